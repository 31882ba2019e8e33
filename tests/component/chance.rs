//! Everything toggled at random: no order of deeds may lose the page or stop it.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};
use web_sys::Element;

use crate::{
    content::pack,
    stage::{Stage, a_moment, click, object, settled},
};

/// Deeds of one run.
const DEEDS: u32 = 1000;
/// After so many deeds the page is looked at.
const LOOK: u32 = 10;
/// What can be pressed without leaving the page.
const PRESSABLE: &str = "button, a[role=button], g[role=button], summary, nav a, .places a, .note-more a";

/// A small generator of numbers; the same seed gives the same run again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

#[wasm_bindgen_test]
async fn a_thousand_deeds_leave_it_alive() {
    run((js_sys::Math::random() * 1e15) as u64 | 1).await;
}

#[wasm_bindgen_test]
async fn the_same_thousand_deeds_each_time() {
    run(0x00C0_FFEE).await;
}

async fn run(seed: u64) {
    console_log!("seed {seed}");
    let mut chance = Chance(seed);
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    for deed in 1..=DEEDS {
        act(&stage, &mut chance, seed, deed);
        // Some deeds come between two renderings, as fast fingers have it.
        if chance.below(3) == 0 {
            a_moment().await;
        }
        if deed % LOOK == 0 {
            settled().await;
            whole(&stage, seed, deed);
        }
    }
    stage.mounted.update(&object(&[]));
    stage.mounted.reset();
    settled().await;
    assert_eq!(stage.reading("time"), 0.0, "seed {seed}: it does not reset");
    stage.click("[data-control=step]").await;
    assert_eq!(stage.reading("time"), 10.0, "seed {seed}: it is dead");
    stage.close().await;
}

fn act(stage: &Stage, chance: &mut Chance, seed: u64, deed: u32) {
    if chance.below(40) == 0 {
        let views: [&[(&str, &str)]; 5] = [
            &[],
            &[("chapter", "labour")],
            &[("view", "glossary")],
            &[("view", "figure")],
            &[("view", "figure"), ("figure", "labour-loop")],
        ];
        return stage.mounted.update(&object(views[chance.below(views.len())]));
    }
    let pressable: Vec<Element> = stage.all(PRESSABLE);
    assert!(
        !pressable.is_empty() || stage.count(".glossary") == 1,
        "seed {seed}, deed {deed}: nothing is left to press"
    );
    if !pressable.is_empty() {
        click(&pressable[chance.below(pressable.len())]);
    }
}

/// Nothing is lost and nothing doubled.
fn whole(stage: &Stage, seed: u64, deed: u32) {
    assert_eq!(stage.count(".oxy"), 1, "seed {seed}, deed {deed}: the explainer is gone");
    assert!(stage.count(".note") <= 1, "seed {seed}, deed {deed}: several notes are open");
    let figures = stage.all("[data-figure]");
    let wanted = match (stage.count(".whole, [data-chapter]") > 0, stage.count(".glossary") > 0) {
        (true, _) => 2,
        (false, true) => 0,
        (false, false) => 1,
    };
    assert_eq!(figures.len(), wanted, "seed {seed}, deed {deed}: figures are lost or doubled");
    for figure in figures {
        assert!(
            figure.query_selector("svg g[data-part=two]").ok().flatten().is_some(),
            "seed {seed}, deed {deed}: a drawing has lost its parts"
        );
    }
    if stage.count("[data-reading]") > 0 {
        assert!(
            stage.reading("time") >= 0.0 && (1.0..=10.0).contains(&stage.reading("dilatation")),
            "seed {seed}, deed {deed}: readings are off"
        );
    }
}
