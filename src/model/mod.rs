//! What things are: ids, words, chapters, figures, terms, sources, and the pack that carries them.
//!
//! Plain data. `bake` makes it from `content/`, the browser only reads it.

pub mod chapter;
pub mod decimal;
pub mod figure;
pub mod id;
pub mod interface;
pub mod language;
mod letters;
pub mod notice;
pub mod outline;
pub mod pack;
pub mod parameters;
pub mod reading;
pub mod rich;
pub mod search;
pub mod shared;
pub mod source;
pub mod term;

pub use chapter::{Certainty, Chapter, Claim, FigurePlace, Section, Species};
pub use figure::{
    Camera, Chart, Columns, Drawing, Figure, Flow, Geometry, Label, Layer, Level, Move, Paint, Part, Pattern, Role,
    Scene, Shade, Shape, Side, Step, Strip,
};
pub use id::{ChapterId, ClaimId, FigureId, NoticeId, PartId, SectionId, SourceId, StepId, TermId};
pub use interface::Word;
pub use language::Language;
pub use notice::{Notice, NoticePlace};
pub use outline::Outline;
pub use pack::{Pack, PackProblem};
pub use parameters::Parameters;
pub use reading::Reading;
pub use rich::{Inline, Rich};
pub use shared::{FigureRef, PackRef};
pub use source::{Seen, Source};
pub use term::Term;
