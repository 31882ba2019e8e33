//! What things are: ids, words, chapters, figures, terms, sources, and the pack that carries them.
//!
//! Plain data. `bake` makes it from `content/`, the browser only reads it.

pub mod about;
pub mod chapter;
pub mod chart;
pub mod decimal;
pub mod figure;
pub mod id;
pub mod interface;
pub mod language;
mod letters;
pub mod markup;
pub mod notice;
pub mod outline;
pub mod pack;
mod packed;
pub mod paint;
pub mod parameters;
mod parts;
mod passage;
pub mod reading;
pub mod rich;
pub mod scene;
pub mod search;
pub mod shape;
pub mod shared;
pub mod source;
pub mod term;

pub use about::About;
pub use chapter::{Certainty, Chapter, Claim, FigurePlace, Saying, Section, Species, Verdict};
pub use chart::{Chart, Turn};
pub use figure::{Away, Drawing, Figure, FigureKind};
pub use id::{ChapterId, ClaimId, FigureId, NoticeId, PartId, SectionId, SourceId, StepId, TermId};
pub use interface::Word;
pub use language::Language;
pub use markup::Markup;
pub use notice::{Notice, NoticePlace};
pub use outline::Outline;
pub use pack::{Pack, PackProblem};
pub use paint::{Paint, Pattern, Role, Shade};
pub use parameters::Parameters;
pub use parts::More;
pub use passage::replaced;
pub use reading::Reading;
pub use rich::{Inline, Rich};
pub use scene::{Camera, Columns, Flow, Label, Layer, Part, Scene, Sheet, Shift, Side, Step};
pub use shape::{Geometry, Move, Shape};
pub use shared::{FigureRef, PackRef};
pub use source::{Seen, Source};
pub use term::Term;
