//! The render layer, on reports built by hand: carets, widths, cleaning, the
//! sum, and the shape of the JSON.

#[path = "render/carets.rs"]
mod carets;
#[path = "render/json.rs"]
mod json;
#[path = "render/problems.rs"]
mod problems;
#[path = "render/sample.rs"]
mod sample;
#[path = "render/screen.rs"]
mod screen;
