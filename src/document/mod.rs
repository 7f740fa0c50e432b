//! A draft taken apart: its words and sentences, its parts and its thread.

pub mod asking;
pub mod cue;
pub mod customer;
pub mod disclaimer;
pub mod draft;
pub mod excerpt;
pub mod forms;
pub mod greeting;
pub mod lines;
pub mod marks;
pub mod name;
pub mod placeholder;
pub mod quote;
pub mod region;
pub mod request;
pub mod rhetoric;
pub mod sentence;
pub mod shape;
pub mod signature;
pub mod spelling;
pub mod splitter;
pub mod start;
pub mod thread;
pub mod words;
