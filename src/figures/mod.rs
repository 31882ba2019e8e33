//! The closed set of drawing kinds. Each is a layout (pure, tested on the host) and a view of it.
//!
//! - [`scene`]: a drawing of named parts with a camera and steps
//! - [`chart`]: measured numbers with their table
//! - [`labour`]: the labour loop, a scene that follows the simulation, with its instruments

/// Whether a drawing lives. In the browser it always does: the module is built without the server
/// renderer, and so without the still forms, which only the article has.
pub const fn lives(live: bool) -> bool {
    live || !cfg!(feature = "ssr")
}

pub mod chart;
pub mod clock;
pub mod kept;
pub mod labour;
pub mod markup;
pub mod morph;
pub mod paint;
pub mod piece;
pub mod scene;
pub mod signal;
pub mod still;
