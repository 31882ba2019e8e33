//! The commands, one a module: options for the command line, and `run`.

pub mod bench;
pub mod build;
pub mod check;
pub mod gallery;
pub mod serve;
pub mod test;
