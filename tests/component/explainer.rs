//! The explainer: drawn alive, touched, doubled, and taken off again.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{content::pack, stage::Stage};

#[wasm_bindgen_test]
async fn draws_what_the_pack_holds() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    assert_eq!(stage.count("section[data-chapter=labour] > h2"), 1);
    assert_eq!(stage.count("[data-figure]"), 2);
    assert_eq!(stage.count(".glossary .entry[data-term]"), 2);
    assert_eq!(stage.count("[data-notice]"), 2);
    assert_eq!(stage.count(".sources > ol > li"), 1);
    assert_eq!(stage.q(".oxy").and_then(|oxy| oxy.get_attribute("lang")).as_deref(), Some("bg"));
    assert_eq!(stage.heard("begun"), [JsValue::NULL]);
    stage.close().await;
}

#[wasm_bindgen_test]
async fn selecting_a_part_shows_its_words() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    let map = "[data-figure=brain-map]";
    assert_eq!(stage.count(&format!("{map} .part-words .hint")), 1);
    stage.click(&format!("{map} [data-part=one]")).await;
    assert_eq!(stage.count(&format!("{map} [data-part-words=one]")), 1);
    assert_eq!(stage.count(&format!("{map} [data-part=one][aria-pressed=true]")), 1);
    stage.click(&format!("{map} [data-part=two]")).await;
    assert_eq!(stage.count(&format!("{map} [data-part-words]")), 1);
    assert_eq!(stage.count(&format!("{map} [aria-pressed=true][data-part]")), 1);
    stage.click(&format!("{map} [data-part=two]")).await;
    assert_eq!(stage.count(&format!("{map} [data-part-words]")), 0);
    stage.click("a.show[data-show='brain-map/two']").await;
    assert_eq!(stage.count(&format!("{map} [data-part=two].selected")), 1);
    assert_eq!(stage.count("[data-figure=labour-loop] .selected"), 0);
    stage.close().await;
}

#[wasm_bindgen_test]
async fn a_part_slides_to_where_a_step_draws_it_with_its_label() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    let map = "[data-figure=brain-map]";
    let part = stage.q(&format!("{map} [data-part=two]")).and_then(|part| part.parent_element()).expect("a part");
    let leads_to = || {
        let end = stage.q(&format!("{map} [data-names=two] .leader-end")).expect("a label");
        end.get_attribute("cy").and_then(|y| y.parse::<f64>().ok()).expect("a place")
    };
    assert_eq!(part.get_attribute("transform"), None);
    let before = leads_to();
    stage.click(&format!("{map} [data-step=step-1]")).await;
    assert!(part.is_connected(), "it was drawn anew, so that nothing slides");
    assert_eq!(part.get_attribute("transform").as_deref(), Some("translate(0 50)"));
    assert_eq!(leads_to(), before + 50.0, "a drawing unit is a unit of this sheet");
    stage.click(&format!("{map} [data-step=step-0]")).await;
    assert_eq!(part.get_attribute("transform"), None);
    stage.close().await;
}

#[wasm_bindgen_test]
async fn notes_open_one_at_a_time() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    stage.click("[data-fact=first-a] a[data-term=uterus]").await;
    assert_eq!(stage.count(".note[data-note=uterus]"), 1);
    assert_eq!(stage.count("[aria-expanded=true]"), 1);
    stage.click("[data-fact=second-b] a[data-term=oxytocin]").await;
    assert_eq!(stage.count(".note"), 1);
    assert_eq!(stage.count("[data-fact=second-b] .note[data-note=oxytocin]"), 1);
    stage.click("[data-fact=second-b] a.cite").await;
    assert_eq!(stage.count(".note"), 1);
    assert_eq!(stage.count(".note[data-note]"), 0);
    stage.click(".note .close").await;
    assert_eq!(stage.count(".note"), 0);
    assert_eq!(stage.heard("oxy-term").len(), 2);
    stage.close().await;
}

#[wasm_bindgen_test]
async fn loop_steps_by_ten() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    assert_eq!(stage.reading("time"), 0.0);
    for expected in [10.0, 20.0, 30.0] {
        stage.click("[data-control=step]").await;
        assert_eq!(stage.reading("time"), expected);
    }
    assert!(stage.reading("dilatation") > 1.0);
    stage.click("[data-control=reset]").await;
    assert_eq!((stage.reading("time"), stage.reading("dilatation")), (0.0, 1.0));
    stage.close().await;
}

#[wasm_bindgen_test]
async fn two_are_independent() {
    let (one, two) =
        (Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await, Stage::of(&pack("en"), &[], JsValue::UNDEFINED).await);
    one.click("[data-control=step]").await;
    one.click("[data-fact=first-a] a[data-term=uterus]").await;
    assert_eq!((one.reading("time"), two.reading("time")), (10.0, 0.0));
    assert_eq!((one.count(".note"), two.count(".note")), (1, 0));
    two.click("[data-figure=brain-map] [data-step=step-1]").await;
    assert_eq!(one.count("[data-figure=brain-map] [data-step=step-0][aria-current=step]"), 1);
    one.close().await;
    two.click("[data-control=step]").await;
    assert_eq!(two.reading("time"), 10.0);
    two.close().await;
}

#[wasm_bindgen_test]
async fn another_language_keeps_what_was_done() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    stage.click("[data-control=step]").await;
    stage.click("[data-figure=brain-map] [data-step=step-1]").await;
    stage.click(".languages button[lang=en]").await;
    assert_eq!(stage.heard("speak"), [JsValue::from("en")]);
    let (english, parts) = crate::stage::files(&pack("en"));
    stage.mounted.speak(&english, &parts, &crate::stage::object(&[])).expect("it speaks");
    crate::stage::settled().await;
    assert_eq!(stage.q(".oxy").and_then(|oxy| oxy.get_attribute("lang")).as_deref(), Some("en"));
    assert_eq!(stage.reading("time"), 10.0);
    assert_eq!(stage.count("[data-figure=brain-map] [data-step=step-1][aria-current=step]"), 1);
    stage.close().await;
}
