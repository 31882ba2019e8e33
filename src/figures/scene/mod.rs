//! A scene: a drawing of named parts, seen through a camera, with labels outside it.

pub mod layout;
mod part;
mod sheet;
mod view;

pub use part::{Readings, gone, scene_shapes};
pub use sheet::blank_sheet;
pub use view::SceneView;
