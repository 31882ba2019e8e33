//! The state as an object: kept, given back, and full of nonsense.

use js_sys::JSON;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    content::pack,
    stage::{Stage, json, settled},
};

fn last(stage: &Stage) -> String {
    let state = stage.heard("state").pop().expect("a state was told");
    JSON::stringify(&state).ok().and_then(|text| text.as_string()).expect("the state is JSON")
}

#[wasm_bindgen_test]
async fn state_given_to_a_new_one_makes_it_the_same() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    for deed in [
        "[data-control=step]",
        "[data-figure=brain-map] [data-step=step-1]",
        "[data-figure=brain-map] [data-part=three]",
        "[data-fact=first-a] a[data-term=uterus]",
    ] {
        stage.click(deed).await;
    }
    let kept = last(&stage);
    stage.close().await;
    let again = Stage::of(&pack("en"), &[], json(&kept)).await;
    assert_eq!(again.reading("time"), 10.0);
    assert_eq!(again.count("[data-figure=brain-map] [data-step=step-1][aria-current=step]"), 1);
    assert_eq!(again.count("[data-figure=brain-map] [data-part=three].selected"), 1);
    assert_eq!(again.count("[data-fact=first-a] .note[data-note=uterus]"), 1);
    assert_eq!(last(&again).replace("\"en\"", "\"bg\""), kept);
    again.close().await;
}

#[wasm_bindgen_test]
async fn nonsense_is_left_out() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    let numbers = ["1e308", "-1e308", "null", "\"12\"", "-0.0", "1e-320"];
    let simulations = numbers.iter().map(|number| {
        format!(r#"{{"simulation":{{"receptors":{number},"reflex":"none","speed":{number},"time":{number},"dilatation":{number},"pulses":{number},"oxytocin":{number},"contraction":{number},"born":{number}}}}}"#)
    });
    let others = [
        "null",
        "0",
        "\"x\"",
        "[]",
        "{}",
        r#"{"chapter":1,"figures":[],"simulation":[]}"#,
        r#"{"chapter":"nowhere","term":"nothing","at":"nowhere"}"#,
        r#"{"term":"uterus","at":"nowhere\"]"}"#,
        r#"{"figures":{"brain-map":{"step":"step-9","part":"nine"},"nowhere":{"step":"step-0"},"__proto__":{}}}"#,
        r#"{"figures":{"brain-map":null,"labour-loop":{"step":{},"part":[]}}}"#,
    ];
    for text in simulations.chain(others.map(str::to_owned)) {
        stage.mounted.restore(&json(&text));
        settled().await;
        stage.click("[data-control=step]").await;
        assert_eq!(stage.count("[data-figure]"), 2, "{text}");
        for name in ["time", "dilatation", "pulses", "oxytocin", "contraction", "born"] {
            assert!(stage.reading(name).is_finite(), "{name} after {text}");
        }
        assert!(
            (1.0..=10.0).contains(&stage.reading("dilatation")) && stage.reading("oxytocin") >= 0.0,
            "after {text}"
        );
        let speed = stage.q("[data-control=speed]").and_then(|input| input.get_attribute("value")).unwrap_or_default();
        assert!(speed.is_empty() || speed.parse::<f64>().is_ok_and(f64::is_finite), "speed {speed} after {text}");
    }
    stage.close().await;
}

#[wasm_bindgen_test]
async fn traps_in_an_object_do_no_harm() {
    let stage = Stage::of(&pack("bg"), &[], JsValue::UNDEFINED).await;
    let trap = js_sys::Function::new_no_args(
        "return new Proxy({}, { get() { throw new Error('a trap'); }, has() { throw new Error('a trap'); } })",
    );
    stage.mounted.restore(&trap.call0(&JsValue::NULL).expect("an object"));
    settled().await;
    stage.click("[data-control=step]").await;
    assert_eq!(stage.reading("time"), 10.0);
    stage.close().await;
}

#[wasm_bindgen_test]
async fn reset_goes_back() {
    let stage = Stage::of(
        &pack("bg"),
        &[],
        json(r#"{"simulation":{"receptors":5,"reflex":"off","time":70,"dilatation":3,"oxytocin":0.5,"speed":100}}"#),
    )
    .await;
    let moved = || {
        let shape = stage.q("[data-figure=labour-loop] [data-part=two] g[transform]").expect("what follows is drawn");
        shape.get_attribute("transform").unwrap_or_default()
    };
    assert_eq!((stage.reading("time"), moved().as_str()), (70.0, "translate(0 20)"));
    stage.mounted.reset();
    settled().await;
    assert_eq!((stage.reading("time"), stage.reading("dilatation")), (0.0, 1.0));
    assert_eq!(moved(), "translate(0 0)");
    stage.close().await;
}
