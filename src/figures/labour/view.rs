//! The loop as a reader meets it: the drawing, the instruments, the controls.

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
        kept::Kept,
        lives,
        markup::draw_whole,
        piece::{Piece, piece},
        scene::{Readings, SceneView, gone},
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
pub struct LabourLoop {
    engine: Engine,
    /// What the drawing follows.
    live: Live<Readings>,
    act: Callback<Deed>,
    whole: NodeRef,
    /// While it plays.
    ticking: Option<Ticking>,
}

/// What happens to the loop.
pub enum Happens {
    /// A reader does something.
    Deed(Deed),
    /// A frame comes, this many seconds after the last one.
    Frame(f64),
}

impl Component for LabourLoop {
    type Message = Happens;
    type Properties = LabourLoopProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let engine = Engine::new(&props.figure, props.run);
        let live = Live::new(engine.run().readings());
        let act = ctx.link().callback(Happens::Deed);
        Self { engine, live, act, whole: NodeRef::default(), ticking: None }
    }

    fn update(&mut self, ctx: &Context<Self>, happens: Happens) -> bool {
        let due = match happens {
            Happens::Deed(deed) => {
                self.engine.act(deed);
                true
            }
            Happens::Frame(seconds) => self.engine.frame(seconds),
        };
        if due {
            ctx.props().on_run.emit(self.engine.run());
        }
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &LabourLoopProps) -> bool {
        let props = ctx.props();
        if before.restored != props.restored {
            self.engine = Engine::new(&props.figure, props.run);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (props, Engine { labour, playing, speed, tried, .. }) = (ctx.props(), &self.engine);
        self.live.set(self.engine.run().readings());
        let shown = Shown { settings: labour.settings(), playing: *playing, speed: *speed, tried: *tried };
        let figure = &props.figure;
        // No stretch or no reflex: nothing goes up to the brain.
        let silent = labour.state().born || labour.settings().reflex == Reflex::Off;
        let scene = || SceneView {
            selected: props.selected.clone(),
            live: lives(props.live),
            moving: props.motion && *playing,
            without_flow: silent.then_some(Role::Nerve),
            readings: Some(self.live.clone()),
            gone: figure.scene().map(|scene| gone(scene, &self.live.get())).unwrap_or_default(),
            described_by: props.described_by.clone(),
            ..SceneView::still(figure.clone(), 0)
        };
        html! {
            <div class="labour-loop" ref={self.whole.clone()}>
                {piece("card", Still(figure.clone(), What::Card))}
                <div>
                    <div class="loop-drawing">
                        {props.waiting.clone()}
                        <>{figure.scene().map_or_else(|| html! { <div hidden=true /> }, |_| piece("scene", scene()))}</>
                        {props.below.clone()}
                    </div>
                </div>
                <div class="loop-panel">
                    {instruments(figure, labour, piece("course", Still(figure.clone(), What::Course(Course::of(labour)))))}
                    {if lives(props.live) { piece("controls", Controls { figure: figure.clone(), shown, on: self.act.clone() }) } else { html! { <div hidden=true /> } }}
                </div>
                {piece("table", Still(figure.clone(), What::Table(labour.settings())))}
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if !self.engine.playing {
            self.ticking = None;
        } else if self.ticking.is_none() {
            let frame = ctx.link().callback(Happens::Frame);
            self.ticking = self.whole.cast().map(|whole| ctx.props().clock.start(whole, frame));
        }
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
    fn draw(&self, _kept: &Kept) -> Html {
        let Self(figure, what) = self;
        match what {
            What::Card => still(draw_whole(&figure.card), Around::Page),
            What::Course(course) => course.draw(figure),
            What::Table(settings) => html! {
                <details class="table">
                    <summary>{figure.label("table-title").to_owned()}</summary>
                    {still(run_table(figure, *settings), Around::Page)}
                </details>
            },
        }
    }
}
