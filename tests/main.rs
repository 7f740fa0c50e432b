//! All integration tests in one binary: one link, one place to look.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::disallowed_methods,
    reason = "a test stops where it fails, and touches files as it likes"
)]

mod suite;
