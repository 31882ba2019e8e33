//! How a reader meets the explainer: one component a file, all state in one reducer.
//!
//! The same components draw the static article (`live` off, by `bake`'s server renderer) and the
//! living widget. No component renders nothing, each conditional has a wrapper of its own, and
//! each list is keyed and alone in its parent: Yew 0.23.0 panics otherwise.

pub mod about;
pub mod away;
pub mod chapter;
pub mod claim;
pub mod context;
pub mod deeds;
pub mod explainer;
pub mod figure;
pub mod glossary;
pub mod library;
pub mod masthead;
pub mod nav;
pub mod note;
pub mod notice;
pub mod prose;
pub mod reveal;
pub mod sources;
pub mod state;

pub use context::Explain;
pub use explainer::{Explainer, ExplainerProps, Scope, pieces};
pub use library::Library;
pub use state::{Action, Event, Note, Place, State};
