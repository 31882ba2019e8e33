//! The loop as a reader meets it: the drawing, the instruments, the controls.

use web_sys::Element;
use yew::prelude::*;

use super::{
    controls::{Controls, Deed, Shown},
    instruments::{Course, instruments},
    run::{Run, SPEED, SPEEDS},
    table::run_table,
};
use crate::{
    figures::{
        clock::{Clock, Ticking},
        lives,
        markup::draw_whole,
        piece::{Piece, piece},
        scene::{SceneView, gone},
        signal::Live,
        still::{Around, still},
    },
    model::{FigureRef, PartId, Role, decimal::within},
    physiology::{Labour, Reflex, Settings},
};

/// How often a playing run is handed up to be kept, in seconds.
const KEEP_EVERY: f64 = 1.0;
/// A frame longer than this was a pause of the page, not of the model.
const LONGEST_FRAME: f64 = 0.25;

/// The properties of [`LabourLoop`].
#[derive(Properties, PartialEq)]
pub struct LabourLoopProps {
    /// The loop's figure.
    pub figure: FigureRef,
    /// Whether a reader can run it.
    pub live: bool,
    /// Whether things may move by themselves.
    pub motion: bool,
    /// What gives a playing run its time.
    pub clock: Clock,
    /// The selected part.
    #[prop_or_default]
    pub selected: Option<PartId>,
    /// The run to go on from, when `restored` changes.
    #[prop_or_default]
    pub run: Option<Run>,
    /// Counts restores.
    #[prop_or_default]
    pub restored: u32,
    /// The id of the element that describes the drawing.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// What stands in the drawing's place until it has come.
    #[prop_or_default]
    pub waiting: Html,
    /// What stands under the drawing.
    #[prop_or_default]
    pub below: Html,
    /// The run, whenever it should be kept.
    #[prop_or_default]
    pub on_run: Callback<Run>,
}

/// A run with what drives it.
struct Engine {
    labour: Labour,
    speed: f64,
    playing: bool,
    tried: Option<usize>,
    since_kept: f64,
}

impl Engine {
    fn new(figure: &FigureRef, run: Option<Run>) -> Self {
        let parameters = figure.pack.parameters;
        let labour = match run {
            Some(run) => run.resume(parameters),
            None => Labour::new(parameters, Settings::term(&parameters)),
        };
        let speed = run.map_or(SPEED, |run| within(run.speed, SPEEDS.0, SPEEDS.1));
        Self { labour, speed, playing: false, tried: None, since_kept: 0.0 }
    }

    /// What can be kept of it.
    fn run(&self) -> Run {
        Run::of(&self.labour, self.speed)
    }

    fn act(&mut self, deed: Deed) {
        match deed {
            Deed::Play => self.playing = !self.playing,
            Deed::Step(units) => self.labour.advance(units),
            Deed::Speed(speed) => self.speed = speed,
            Deed::Receptors(receptors) => self.set(Settings { receptors, ..self.labour.settings() }),
            Deed::Reflex(reflex) => self.set(Settings { reflex, ..self.labour.settings() }),
            Deed::Try(index, settings) => {
                self.tried = Some(index);
                self.labour.set(settings);
                self.labour.reset();
                self.playing = true;
            }
            Deed::Reset => {
                self.labour.reset();
                self.playing = false;
                self.tried = None;
            }
        }
    }

    fn set(&mut self, settings: Settings) {
        self.labour.set(settings);
        self.tried = None;
    }

    /// Whether the run should be kept now.
    fn frame(&mut self, seconds: f64) -> bool {
        // A frame that was asked for before the pause may still come after it.
        if !self.playing {
            return false;
        }
        let seconds = seconds.min(LONGEST_FRAME);
        let before = self.labour.state();
        self.labour.advance(seconds * self.speed);
        let now = self.labour.state();
        // After the birth it comes to rest by itself; who plays on may.
        let rests = self.labour.rests_at().is_some_and(|at| before.time < at && at <= now.time);
        self.playing = !rests;
        self.since_kept += seconds;
        // What stands beside the drawing hears of the birth at once.
        let due = rests || self.since_kept >= KEEP_EVERY || now.born != before.born;
        if due {
            self.since_kept = 0.0;
        }
        due
    }
}

/// The labour loop.
#[component]
pub fn LabourLoop(props: &LabourLoopProps) -> Html {
    let engine = use_mut_ref(|| Engine::new(&props.figure, props.run));
    let restored = use_mut_ref(|| props.restored);
    if *restored.borrow() != props.restored {
        *restored.borrow_mut() = props.restored;
        *engine.borrow_mut() = Engine::new(&props.figure, props.run);
    }
    let whole = use_node_ref();
    let live = use_memo((), |()| Live::new(engine.borrow().run().readings()));
    live.set(engine.borrow().run().readings());
    let redraw = use_force_update();
    let act = {
        let (engine, redraw) = (engine.clone(), redraw.clone());
        use_callback(props.on_run.clone(), move |deed: Deed, on_run| {
            engine.borrow_mut().act(deed);
            on_run.emit(engine.borrow().run());
            redraw.force_update();
        })
    };
    let clock = props.clock.clone();
    let playing = engine.borrow().playing;
    {
        let (engine, on_run, whole) = (engine.clone(), props.on_run.clone(), whole.clone());
        use_effect_with(playing, move |playing| {
            let seen = whole.cast::<Element>().filter(|_| *playing);
            let ticking = seen.map(|seen| {
                clock.start(
                    seen,
                    Callback::from(move |seconds| {
                        let due = engine.borrow_mut().frame(seconds);
                        if due {
                            on_run.emit(engine.borrow().run());
                        }
                        redraw.force_update();
                    }),
                )
            });
            move || drop::<Option<Ticking>>(ticking)
        });
    }
    let engine = engine.borrow();
    let labour = &engine.labour;
    let shown = Shown { settings: labour.settings(), playing, speed: engine.speed, tried: engine.tried };
    let figure = &props.figure;
    // No stretch or no reflex: nothing goes up to the brain.
    let silent = labour.state().born || labour.settings().reflex == Reflex::Off;
    let scene = || SceneView {
        selected: props.selected.clone(),
        live: lives(props.live),
        moving: props.motion && playing,
        without_flow: silent.then_some(Role::Nerve),
        readings: Some((*live).clone()),
        gone: figure.scene().map(|scene| gone(scene, &live.get())).unwrap_or_default(),
        described_by: props.described_by.clone(),
        ..SceneView::still(figure.clone(), 0)
    };
    html! {
        <div class="labour-loop" ref={whole}>
            {piece("card", Still(figure.clone(), What::Card))}
            <div class="loop-drawing">
                {props.waiting.clone()}
                <>{figure.scene().map_or_else(|| html! { <div hidden=true /> }, |_| piece("scene", scene()))}</>
                {props.below.clone()}
            </div>
            <div class="loop-panel">
                {instruments(figure, labour, piece("course", Still(figure.clone(), What::Course(Course::of(labour)))))}
                {if lives(props.live) { piece("controls", Controls { figure: figure.clone(), shown, on: act }) } else { html! { <div hidden=true /> } }}
            </div>
            {piece("table", Still(figure.clone(), What::Table(labour.settings())))}
        </div>
    }
}

/// What stands beside a run.
#[derive(PartialEq)]
enum What {
    Card,
    Course(Course),
    Table(Settings),
}

/// A piece that most frames leave as it is.
#[derive(PartialEq)]
struct Still(FigureRef, What);

impl Piece for Still {
    fn draw(&self) -> Html {
        let Self(figure, what) = self;
        match what {
            What::Card => still(draw_whole(&figure.card), Around::Page),
            What::Course(course) => course.draw(figure),
            What::Table(settings) => html! {
                <details class="table">
                    <summary>{figure.label("table-title").to_owned()}</summary>
                    {run_table(figure, *settings)}
                </details>
            },
        }
    }
}
