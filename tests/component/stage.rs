//! A shadow root on the test's page with an explainer in it, mounted as the element mounts it.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use oxytocin_explainer::{
    element::{self, Mounted},
    model::{More, Pack},
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// What an explainer told its page: names and details, in order.
pub type Told = Rc<RefCell<Vec<(String, JsValue)>>>;

/// A mounted explainer.
pub struct Stage {
    /// The host of the shadow root.
    pub host: Element,
    /// The element in the root in which the explainer stands.
    pub root: Element,
    /// What it told.
    pub told: Told,
    /// The explainer.
    pub mounted: Mounted,
    _ear: Closure<dyn FnMut(String, JsValue)>,
}

impl Stage {
    /// Mounts an explainer and waits until it is drawn.
    pub async fn of(pack: &Pack, attributes: &[(&str, &str)], state: JsValue) -> Self {
        let document = web_sys::window().and_then(|window| window.document()).expect("a page");
        let host = document.create_element("div").expect("an element");
        Reflect::get(&document, &"body".into())
            .expect("a body")
            .unchecked_into::<Element>()
            .append_with_node_1(&host)
            .expect("a place");
        let attach = Function::new_with_args(
            "host",
            "return host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))",
        );
        let root: Element = attach.call1(&JsValue::NULL, &host).expect("a shadow root").unchecked_into();
        let told = Told::default();
        let ear = {
            let told = told.clone();
            Closure::new(move |name: String, detail: JsValue| told.borrow_mut().push((name, detail)))
        };
        let (bytes, parts) = files(pack);
        let on: Function = ear.as_ref().unchecked_ref::<Function>().clone();
        let mounted =
            element::mount(root.clone(), &bytes, &parts, &object(attributes), &state, on).expect("it can be mounted");
        while mounted.draw() {}
        settled().await;
        Self { host, root, told, mounted, _ear: ear }
    }

    /// The first element of a selector.
    pub fn q(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).expect("a selector")
    }

    /// All elements of a selector.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let list = self.root.query_selector_all(selector).expect("a selector");
        Array::from(&list).iter().map(JsCast::unchecked_into).collect()
    }

    /// How many elements a selector has.
    pub fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    /// Clicks an element and waits for what comes of it.
    pub async fn click(&self, selector: &str) {
        click(&self.q(selector).unwrap_or_else(|| panic!("nothing is {selector}")));
        settled().await;
    }

    /// A reading of the loop.
    pub fn reading(&self, name: &str) -> f64 {
        let value = self.q(&format!("[data-reading={name}]")).and_then(|reading| reading.get_attribute("data-value"));
        value.and_then(|value| value.parse().ok()).unwrap_or(f64::NAN)
    }

    /// The details told under a name.
    pub fn heard(&self, name: &str) -> Vec<JsValue> {
        self.told.borrow().iter().filter(|(told, _)| told == name).map(|(_, detail)| detail.clone()).collect()
    }

    /// Takes it off the page.
    pub async fn close(self) {
        let Self { host, root, mounted, .. } = self;
        mounted.unmount();
        settled().await;
        assert_eq!(root.inner_html(), "<i hidden=\"hidden\"></i>", "something is left behind");
        host.remove();
    }
}

/// A pack's files: the light one, and all parts with their names.
pub fn files(pack: &Pack) -> (Vec<u8>, Array) {
    let parts = Array::new();
    let put = |name: &str, bytes: Vec<u8>| {
        parts.push(&Array::of2(&JsValue::from(name), &Uint8Array::from(&bytes[..])));
    };
    for figure in &pack.figures {
        put(figure.id.as_str(), figure.encode().expect("a figure can be written"));
    }
    put(More::NAME, pack.more().encode().expect("it can be written"));
    (pack.light().encode().expect("a pack can be written"), parts)
}

/// Clicks an element, be it HTML or a part of a drawing.
pub fn click(element: &Element) {
    match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.click(),
        None => {
            let dispatch = Function::new_with_args(
                "node",
                "node.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))",
            );
            dispatch.call1(&JsValue::NULL, element).expect("an event");
        }
    }
}

/// A plain object of strings.
pub fn object(values: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in values {
        Reflect::set(&object, &JsValue::from(*name), &JsValue::from(*value)).expect("a plain object");
    }
    object
}

/// What JSON says.
pub fn json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).expect("JSON")
}

/// Waits for the microtasks that are due, in which the scheduler draws.
pub async fn a_moment() {
    JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await.expect("nothing goes wrong with nothing");
}

/// Waits until all is drawn: two frames.
pub async fn settled() {
    let frames = Function::new_with_args(
        "",
        "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
    );
    let promise: Promise = frames.call0(&JsValue::NULL).expect("frames").unchecked_into();
    JsFuture::from(promise).await.expect("two frames");
}
