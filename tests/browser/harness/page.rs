//! A page in the browser, seen and touched through the shadow root of its first explainer.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{TypingData, WebDriver, WebElement};
use tokio::time;

use super::site::Served;

/// Names that scripts may use: `element`, `root`, `q`, `all`, `shown`, `reading`, `focused`.
const PRELUDE: &str = include_str!("prelude.js");
/// How long a page may take to do what it is asked.
const PATIENCE: Duration = Duration::from_secs(20);

/// A page.
#[derive(Clone)]
pub struct Page {
    /// The session.
    pub driver: WebDriver,
    /// What it is served from.
    pub site: Served,
}

impl Page {
    /// A page that shows nothing yet.
    pub fn new(driver: WebDriver, site: Served) -> Self {
        Self { driver, site }
    }

    /// Goes to a path of the site.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.driver.goto(self.site.url(path)).await.with_context(|| format!("cannot open {path}"))
    }

    /// Goes to a path and waits for its explainer to live, with all its figures.
    pub async fn alive(&self, path: &str) -> Result<()> {
        self.open(path).await?;
        self.ready().await?;
        self.until("!q('.whole .away')").await
    }

    /// Goes to a path in a window 320 px wide, which is a frame: not every engine's own window gets so narrow.
    pub async fn narrow(&self, path: &str) -> Result<()> {
        self.driver.enter_default_frame().await?;
        self.open("/narrow").await?;
        self.run("const frame = document.createElement('iframe'); frame.width = 320; frame.height = 800; frame.style.border = 'none'; \
            frame.src = arguments[0]; return new Promise((done) => { frame.onload = () => done(); document.body.append(frame); })", &[path.into()])
            .await?;
        self.driver.enter_frame(0).await?;
        self.holds("innerWidth === 320").await
    }

    /// Waits for the first explainer to live, and to be drawn to its last piece, the sources.
    pub async fn ready(&self) -> Result<()> {
        // Some drivers are done with a page before its module scripts are.
        self.until("element?.ready").await?;
        let way = self
            .run("return element.ready.then(() => 'wasm', (reason) => `refused: ${reason}`)", &[])
            .await
            .context("waiting for `ready`")?;
        ensure!(way == "wasm", "the explainer does not come to life: {way}");
        self.until("!q('.whole') || q('.sources li')").await
    }

    /// What a script returns.
    pub async fn run(&self, script: &str, values: &[Value]) -> Result<Value> {
        let whole = format!("{PRELUDE}\n{script}");
        let answer =
            self.driver.execute(whole, values.to_vec()).await.with_context(|| format!("script failed: {script}"))?;
        Ok(answer.json().clone())
    }

    /// What the window shows: a PNG as Base64.
    pub async fn picture(&self) -> Result<String> {
        self.driver.screenshot_as_png_base64().await.context("a picture of the window")
    }

    /// The value of an expression.
    pub async fn get<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let value = self.run(&format!("return {expression}"), &[]).await?;
        serde_json::from_value(value.clone()).with_context(|| format!("{expression} is {value}"))
    }

    /// Waits until an expression holds.
    pub async fn until(&self, expression: &str) -> Result<()> {
        self.until_within(PATIENCE, expression).await
    }

    /// Waits until an expression holds, with a patience of one's own.
    pub async fn until_within(&self, patience: Duration, expression: &str) -> Result<()> {
        let deadline = Instant::now() + patience;
        // What is not there yet is waited for as well.
        let script = format!(
            "try {{ const held = ({expression}); return [Boolean(held), String(held)] }} catch (error) {{ return [false, String(error)] }}"
        );
        loop {
            let (held, value): (bool, String) = serde_json::from_value(self.run(&script, &[]).await?)?;
            if held {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("in {} s it did not come to: {expression} (now {value})", patience.as_secs());
            }
            time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Asserts that an expression holds, or comes to hold, if it is a promise.
    pub async fn holds(&self, expression: &str) -> Result<()> {
        let script = format!("return Promise.resolve({expression}).then((held) => [Boolean(held), String(held)])");
        let (held, value): (bool, String) = serde_json::from_value(self.run(&script, &[]).await?)?;
        ensure!(held, "does not hold: {expression} (it is {value})");
        Ok(())
    }

    /// Comes to a figure, as a reader scrolls, and waits until it is drawn.
    pub async fn near(&self, figure: &str) -> Result<()> {
        let at = format!("[data-figure=\"{figure}\"]");
        self.until(&format!("q('{at}')")).await?;
        self.run("q(arguments[0]).scrollIntoView({ block: 'nearest', behavior: 'instant' })", &[at.clone().into()])
            .await?;
        self.until(&format!("q('{at} :is(.scene, .chart) svg') && !q('{at} .away')")).await
    }

    /// The first element of a selector inside the shadow root, once it is drawn; a figure that it names is come to first.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        if let Some((figure, _)) = selector.split_once("[data-figure=").and_then(|(_, rest)| rest.split_once(']')) {
            self.near(figure.trim_matches('"')).await?;
        }
        self.until(&format!("q({})", Value::from(selector)))
            .await
            .with_context(|| format!("nothing in the shadow root is {selector}"))?;
        let script = format!("{PRELUDE}\nreturn q(arguments[0])");
        let answer = self.driver.execute(script, vec![Value::from(selector)]).await?;
        ensure!(!answer.json().is_null(), "nothing in the shadow root is {selector}");
        Ok(answer.element()?)
    }

    /// Clicks as a reader does: scrolled to, with the pointer, on whatever lies on top.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let target = self.find(selector).await?;
        // The drivers scroll to where a part of a drawing would be without its camera, and then miss it: for those,
        // scroll to the drawing and point at the middle of what is seen.
        self.run(
            "const target = q(arguments[0]); \
            (target.closest('.scene') ?? target).scrollIntoView({ block: 'center', behavior: 'instant' })",
            &[selector.into()],
        )
        .await?;
        self.rests(selector).await?;
        let middle = self
            .run(
                "const target = q(arguments[0]); const { x, y, width, height } = target.getBoundingClientRect(); \
                return target.closest('.scene') ? [Math.round(x + width / 2), Math.round(y + height / 2)] : null",
                &[selector.into()],
            )
            .await?;
        if let Some((x, y)) = serde_json::from_value::<Option<(i64, i64)>>(middle)? {
            let pointer = self.driver.action_chain().move_to(x, y).click();
            return pointer.perform().await.with_context(|| format!("cannot point at {selector}"));
        }
        target.click().await.with_context(|| format!("cannot click {selector}"))
    }

    /// Clicks by a script, wherever it stands, once it is drawn.
    pub async fn tap(&self, selector: &str) -> Result<()> {
        self.until(&format!("q({})", Value::from(selector))).await?;
        self.run("q(arguments[0]).click()", &[selector.into()]).await.map(drop)
    }

    /// Waits until an element stands still: a drawing under the camera moves for a second, and a reader waits too.
    async fn rests(&self, selector: &str) -> Result<()> {
        let place = format!("(({{ x, y, width }}) => [x, y, width].join())(q({selector:?}).getBoundingClientRect())");
        self.until(&format!(
            "((now) => (window.resting = window.resting?.[0] === now ? [now, window.resting[1] + 1] : [now, 0])[1] > 3)({place})"
        ))
        .await
    }

    /// Gives an element of the shadow root focus.
    pub async fn focus(&self, selector: &str) -> Result<()> {
        self.find(selector).await?;
        self.run("q(arguments[0]).focus()", &[selector.into()]).await?;
        ensure!(
            self.run("return focused() === q(arguments[0])", &[selector.into()]).await? == true,
            "{selector} does not take focus"
        );
        Ok(())
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.driver.action_chain().send_keys(keys).perform().await.context("cannot press keys")
    }

    /// Sets a control of the simulation as a reader's hand does.
    pub async fn set(&self, control: &str, value: &str) -> Result<()> {
        self.until(&format!("q('[data-control={control}]')")).await?;
        let script = "const input = q(`[data-control=\"${arguments[0]}\"]`); input.value = arguments[1]; \
            for (const name of ['input', 'change']) input.dispatchEvent(new Event(name, { bubbles: true, composed: true }));";
        self.run(script, &[control.into(), value.into()]).await?;
        Ok(())
    }

    /// Asserts that nothing went wrong: no error said, thrown or unheard.
    pub async fn quiet(&self) -> Result<()> {
        self.said(&[], &[]).await
    }

    /// Asserts that exactly so many errors and warnings were said, one for each of these words, and nothing thrown.
    pub async fn said(&self, errors: &[&str], warnings: &[&str]) -> Result<()> {
        for (list, wanted) in [("errors", errors), ("warnings", warnings), ("uncaught", &[]), ("rejections", &[])] {
            let heard: Vec<String> = self.get(&format!("seen.{list}")).await?;
            let fits = heard.len() == wanted.len()
                && wanted.iter().all(|wanted| heard.iter().filter(|heard| heard.contains(wanted)).count() == 1);
            ensure!(fits, "{list}: {heard:#?}, expected {wanted:?}");
        }
        Ok(())
    }

    /// What is known of a page on which a journey broke off.
    pub async fn remains(&self) -> String {
        let script = "return { at: location.href, seen: { ...window.seen, events: window.seen?.events.slice(-3) }, focus: focused()?.outerHTML?.slice(0, 300), \
            drawn: root?.innerHTML.length, time: reading('time'), play: q('[data-control=play]')?.textContent, note: q('.note')?.outerHTML.slice(0, 300) }";
        match time::timeout(Duration::from_secs(10), self.run(script, &[])).await {
            Ok(Ok(value)) => format!("{value:#}"),
            other => format!("{other:?}"),
        }
    }
}
