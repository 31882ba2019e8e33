//! One run: which pages, at which steps, and what comes of the pictures.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use image::RgbImage;

use crate::{
    camera::Camera,
    index, sheet, site,
    wish::{Subject, Theme, View, Wish},
};

/// Waits until the explainer lives, its letters are there and two frames have been drawn.
const ALIVE: &str = "const host = document.querySelector('oxytocin-explainer'); \
    host.setAttribute('eager', ''); await customElements.whenDefined('oxytocin-explainer'); \
    return host.ready.then(() => 'alive', (reason) => `the explainer does not come to life: ${reason}`);";
const SETTLED: &str = "await document.fonts.ready; \
    for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done)); \
    await new Promise((done) => setTimeout(done, 60));";
/// Goes past every figure of a page, as a reader does, until each is drawn, and has all painted: what is far from the
/// window is neither.
const PAST: &str = "for (const figure of root.querySelectorAll('[data-figure]')) { \
    figure.scrollIntoView({ block: 'nearest', behavior: 'instant' }); \
    for (let wait = 0; figure.querySelector('.away'); wait++) { \
        if (wait === 200) throw new Error(`${figure.dataset.figure} is not drawn within ten seconds`); \
        await new Promise((done) => setTimeout(done, 50)); } } \
    root.querySelectorAll('*').forEach((element) => element.style.contentVisibility = 'visible'); scrollTo(0, 0)";
/// How many times the simulation is asked to go on until the baby is born.
const LONGEST: u32 = 400;

/// One picture.
pub struct Shot {
    /// How it was looked at.
    pub view: View,
    /// Which step or state of the figure; empty for a chapter.
    pub step: String,
    /// Its file, relative to the gallery.
    pub file: String,
    /// The picture.
    pub picture: RgbImage,
}

/// Photographs all that is asked for.
pub async fn run(wish: &Wish) -> Result<()> {
    let languages = languages(&wish.dist)?;
    known("language", &wish.lang, &languages)?;
    let site = site::serve(&wish.dist).await?;
    let camera = Camera::start(wish, site).await?;
    let outcome = photograph(wish, &languages, &camera).await;
    camera.close().await;
    outcome
}

async fn photograph(wish: &Wish, languages: &[String], camera: &Camera) -> Result<()> {
    let first = View { lang: languages[0].clone(), theme: Theme::Light, width: 1280 };
    camera.open(&format!("/{}/", first.lang), &first, wish).await?;
    let figures = ids(camera, "figure").await?;
    let chapters = ids(camera, "chapter").await?;
    known("figure", &wish.figure, &figures)?;
    known("chapter", &wish.chapter, &chapters)?;
    let (subjects, views) = (wish.subjects(&figures, &chapters), wish.views(languages));
    fs::create_dir_all(&wish.out).with_context(|| format!("cannot make {}", wish.out.display()))?;
    let started = Instant::now();
    let mut taken = 0;
    for (index, subject) in subjects.iter().enumerate() {
        let name = format!("{}{}", subject.name(), wish.mode());
        println!("  {} of {}: {name} ...", index + 1, subjects.len());
        let mut shots = Vec::new();
        for view in &views {
            shots.extend(
                shots_of(camera, wish, subject, view, &name)
                    .await
                    .with_context(|| format!("{name}, {}", view.name()))?,
            );
        }
        taken += shots.len();
        let file = wish.out.join(format!("{name}.png"));
        sheet::of(&shots).save(&file).with_context(|| format!("cannot write {}", file.display()))?;
        index::page(&wish.out, &name, &shots)?;
    }
    index::all(&wish.out)?;
    println!("  {taken} pictures in {} s: {}", started.elapsed().as_secs(), wish.out.join("index.html").display());
    Ok(())
}

/// All pictures of one subject in one view.
async fn shots_of(camera: &Camera, wish: &Wish, subject: &Subject, view: &View, name: &str) -> Result<Vec<Shot>> {
    let path = match subject {
        Subject::Chapter(id) => format!("/{}/{id}/", view.lang),
        Subject::Figure(id) => format!("{}?lang={}&figure={id}", site::FIGURE, view.lang),
    };
    camera.open(&path, view, wish).await?;
    let life = camera.run(&waiting(ALIVE)).await?;
    ensure!(life == "alive", "{life}");
    let steps = match subject {
        Subject::Chapter(_) => vec![(String::new(), PAST.to_owned())],
        Subject::Figure(_) => steps(camera).await?,
    };
    let mut shots = Vec::new();
    for (number, (step, deed)) in steps.into_iter().enumerate() {
        let there = "const root = document.querySelector('oxytocin-explainer').shadowRoot";
        camera.run(&waiting(&format!("{there}; {deed}; {SETTLED}"))).await?;
        let picture = camera.picture().await?;
        let step_name = if step.is_empty() { String::new() } else { format!("-{}-{step}", number + 1) };
        let file = format!("{name}/{}{step_name}.png", view.name());
        save(&wish.out.join(&file), &picture)?;
        shots.push(Shot { view: view.clone(), step, file, picture });
    }
    Ok(shots)
}

/// The steps of the figure on the page, each with the script that goes there.
async fn steps(camera: &Camera) -> Result<Vec<(String, String)>> {
    let script = "const root = document.querySelector('oxytocin-explainer').shadowRoot; \
        return [[...root.querySelectorAll('button[data-step]')].map((button) => button.dataset.step), \
        Boolean(root.querySelector('[data-control=step]'))]";
    let (steps, runs): (Vec<String>, bool) = serde_json::from_value(camera.run(script).await?)?;
    if runs {
        let run = format!(
            "const born = () => root.querySelector('[data-reading=born]')?.dataset.value === '1'; \
            for (let time = 0; time < {LONGEST} && !born(); time++) {{ root.querySelector('[data-control=step]').click(); \
            await new Promise((done) => setTimeout(done)); }}"
        );
        return Ok(vec![("start".into(), String::new()), ("born".into(), run)]);
    }
    let go = |step: &String| (step.clone(), format!("root.querySelector('button[data-step=\"{step}\"]').click()"));
    let steps: Vec<(String, String)> = steps.iter().map(go).collect();
    Ok(if steps.is_empty() { vec![("whole".into(), String::new())] } else { steps })
}

/// A script that may wait.
fn waiting(script: &str) -> String {
    format!("return (async () => {{ {script} }})()")
}

/// The ids of one kind on a page, in reading order, each once.
async fn ids(camera: &Camera, kind: &str) -> Result<Vec<String>> {
    let script =
        format!("return [...document.querySelectorAll('[data-{kind}]')].map((element) => element.dataset.{kind})");
    let all: Vec<String> = serde_json::from_value(camera.run(&script).await?)?;
    let mut seen = BTreeSet::new();
    Ok(all.into_iter().filter(|id| seen.insert(id.clone())).collect())
}

/// The languages of a build: its folders with a page that is also to be framed.
fn languages(dist: &Path) -> Result<Vec<String>> {
    let embed = dist.join("embed");
    let entries = fs::read_dir(&embed).with_context(|| format!("{} is no release build", dist.display()))?;
    let mut languages: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    languages.retain(|code| dist.join(code).join("index.html").is_file());
    languages.sort();
    ensure!(!languages.is_empty(), "{} has no language", dist.display());
    Ok(languages)
}

/// Refuses what is asked for and not there.
fn known(kind: &str, asked: &[String], there: &[String]) -> Result<()> {
    for id in asked {
        ensure!(there.contains(id), "there is no {kind} “{id}”: choose among {}", there.join(", "));
    }
    Ok(())
}

fn save(file: &PathBuf, picture: &RgbImage) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    picture.save(file).with_context(|| format!("cannot write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn what_is_not_there_is_refused_with_what_is() {
        let there = ["molecule".to_owned(), "body-map".to_owned()];
        assert!(known("figure", &there[..1], &there).is_ok());
        let problem = known("figure", &["brain".to_owned()], &there).err().map(|problem| problem.to_string());
        assert_eq!(problem.as_deref(), Some("there is no figure “brain”: choose among molecule, body-map"));
    }
}
