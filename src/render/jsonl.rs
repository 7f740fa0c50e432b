//! One line of JSON for each reply: the elements of `replies` of the JSON
//! report, for streams.

use super::{Style, Summary, json, wire};
use crate::problem::Problem;
use crate::report::Reply;

/// Nothing stands before the first line.
pub(super) const fn begin(_: &mut String, _: &Style) {}

/// One line.
pub(super) fn reply(out: &mut String, _: usize, reply: &Reply, _: &Style) {
    out.push_str(&json::object(&wire::Reply::from(reply)));
    out.push('\n');
}

/// Nothing stands after the last line.
pub(super) const fn end(_: &mut String, _: &Summary, _: &[Problem], _: &Style) {}
