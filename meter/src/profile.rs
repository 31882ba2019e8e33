//! Where the time of a start goes, by function. No figure: hints for those who make it faster.

use std::collections::HashMap;

use anyhow::Result;
use serde_json::{Value, json};

use crate::{
    bench::{Bench, WAITING, ready},
    browser::{Browser, Device},
    figure::Figure,
};

/// How many functions are told.
const MOST: usize = 24;

/// Tells what a start on a host's page, the playing loop and a change of language spend their time in, at 4× CPU.
/// Functions of the module have names if the build kept them.
///
/// # Errors
/// When the browser fails.
pub async fn tell(bench: &Bench) -> Result<Vec<Figure>> {
    let browser = bench.browser(Device::Slow).await?;
    browser.open(&bench.foreign(WAITING)).await?;
    browser.run("await meter.calm()").await?;
    browser.tell("Profiler.enable", json!({})).await?;
    browser.tell("Profiler.setSamplingInterval", json!({ "interval": 200 })).await?;
    during(&browser, "the start", async || {
        browser.run("scrollTo({ top: 5900, behavior: 'instant' })").await?;
        ready(&browser, 1).await?;
        browser.run("await meter.calm(); await meter.calm()").await.map(drop)
    })
    .await?;
    browser.run("await meter.see('labour-loop')").await?;
    during(&browser, "one step of the receptors' slider", async || {
        browser.run("meter.in('[data-control=receptors]').focus()").await?;
        browser.key("ArrowRight", 39, "").await?;
        browser.run("await meter.calm()").await.map(drop)
    })
    .await?;
    browser.click("meter.in('[data-control=play]')").await?;
    during(&browser, "five seconds of the loop", async || {
        browser.run("await new Promise((done) => setTimeout(done, 5000))").await.map(drop)
    })
    .await?;
    browser.click("meter.in('[data-control=play]')").await?;
    during(&browser, "a change of language", async || {
        browser.click("meter.in('nav.languages button:not([aria-current])')").await?;
        browser.run("await new Promise((done) => setTimeout(done, 2500))").await.map(drop)
    })
    .await?;
    browser.close().await;
    Ok(Vec::new())
}

/// Tells what one thing spends its time in.
async fn during(browser: &Browser, what: &str, act: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
    browser.run("meter.long.length = 0").await?;
    let before = browser.count().await?;
    browser.tell("Profiler.start", json!({})).await?;
    act().await?;
    let profile = browser.tell("Profiler.stop", json!({})).await?;
    let after = browser.count().await?;
    println!(
        "    {what}: script {:.0} ms, style and layout {:.0} ms, all tasks {:.0} ms; long tasks {}",
        after.script - before.script,
        after.layout - before.layout,
        after.task - before.task,
        browser.run("return meter.long.map(([, time]) => time)").await?
    );
    let (own, whole) = sums(&profile["profile"]);
    for (words, sums) in [("by itself", own), ("with what it calls", whole)] {
        let mut sums: Vec<(String, f64)> = sums.into_iter().collect();
        sums.sort_by(|one, other| other.1.total_cmp(&one.1));
        println!("    ms {words}:");
        for (name, time) in sums.iter().take(MOST) {
            println!("      {time:8.1}  {name}");
        }
    }
    Ok(())
}

/// Milliseconds in each function: by itself, and with what it calls.
fn sums(profile: &Value) -> (HashMap<String, f64>, HashMap<String, f64>) {
    let nodes: HashMap<u64, &Value> = profile["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|node| Some((node["id"].as_u64()?, node)))
        .collect();
    let children = |node: &Value| -> Vec<u64> {
        node["children"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect()
    };
    let parents: HashMap<u64, u64> =
        nodes.iter().flat_map(|(id, node)| children(node).into_iter().map(move |child| (child, *id))).collect();
    let name = |id: u64| {
        let frame = &nodes[&id]["callFrame"];
        let file = frame["url"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default();
        format!("{} {file}", frame["functionName"].as_str().filter(|name| !name.is_empty()).unwrap_or("(unnamed)"))
    };
    let numbers =
        |key: &str| -> Vec<f64> { profile[key].as_array().into_iter().flatten().filter_map(Value::as_f64).collect() };
    let (mut own, mut whole) = (HashMap::new(), HashMap::new());
    for (id, time) in numbers("samples").into_iter().zip(numbers("timeDeltas")) {
        let (mut id, time) = (id as u64, time / 1000.0);
        *own.entry(name(id)).or_insert(0.0) += time;
        let mut seen = vec![name(id)];
        while let Some(parent) = parents.get(&id) {
            id = *parent;
            let name = name(id);
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        for name in seen {
            *whole.entry(name).or_insert(0.0) += time;
        }
    }
    (own, whole)
}
