mod input;
mod layers;
mod packs;
mod phrase;
mod render;
mod score;
mod thread;
