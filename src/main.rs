//! The module that the shell loads. All of it is exported by [`oxytocin_explainer::element`].

// Linked for its exports: the page calls `prepare` and `mount` when it is ready for them.
use oxytocin_explainer as _;

fn main() {}
