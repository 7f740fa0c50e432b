//! The README: its commands are run, and its picture is what the program
//! prints now.

use std::path::{Path, PathBuf};
use std::process::Command;

use snapbox::assert_data_eq;
use snapbox::data::DataFormat;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const README: &str = include_str!("../../README.md");

fn binary() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_kindword"))
}

/// Lines of the README's shell blocks.
fn commands() -> Vec<&'static str> {
    let blocks = README.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).filter(|line| !line.trim().is_empty()).collect()
}

#[test]
#[cfg(unix)]
fn every_command_of_the_readme_works() {
    let folder = tempfile::tempdir().unwrap();
    let shim = folder.path().join("pbpaste");
    std::fs::write(&shim, format!("#!/bin/sh\ncat '{ROOT}/examples/angry-reply.txt'\n")).unwrap();
    std::fs::set_permissions(&shim, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    for name in ["examples", "rules"] {
        std::os::unix::fs::symlink(Path::new(ROOT).join(name), folder.path().join(name)).unwrap();
    }
    let path = format!(
        "{}:{}:{}",
        folder.path().display(),
        binary().parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    let mut run = 0;
    for line in commands() {
        // These two are run by the build itself.
        if matches!(line, "cargo test" | "cargo install --path .") {
            assert!(
                include_str!("../../.ci/run").contains(line.trim_end_matches(" --path .")),
                "{line}"
            );
            continue;
        }
        let line = line.replace("cargo run --release -- check", "kindword check --fail-on never");
        let done = Command::new("sh")
            .args(["-c", &line])
            .current_dir(folder.path())
            .env("PATH", &path)
            .env("XDG_CONFIG_HOME", folder.path())
            .output()
            .unwrap();
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
        run += 1;
    }
    assert!(run >= 10, "the README lost its commands");
}

#[test]
fn the_picture_of_the_readme_is_what_is_printed() {
    let done = Command::new(binary())
        .args([
            "check",
            "--color",
            "always",
            "examples/angry-reply.txt",
            "--customer",
            "examples/angry-reply.customer.txt",
        ])
        .current_dir(ROOT)
        .env("COLUMNS", "80")
        .env("XDG_CONFIG_HOME", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/nowhere"))
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    let screen = String::from_utf8(done.stdout).unwrap();
    assert!(!screen.is_empty());
    let drawn = snapbox::Data::text(screen).coerce_to(DataFormat::TermSvg);
    assert_data_eq!(
        drawn,
        snapbox::Data::read_from(
            &Path::new(ROOT).join("examples/angry-reply.term.svg"),
            Some(DataFormat::TermSvg)
        )
        .raw()
    );
}

/// What the README tells its readers is held to the rules, code aside.
#[test]
fn its_own_words_follow_the_rules() {
    use kindword::document::draft::Draft;
    use kindword::report::Severity;
    use kindword::{Options, review, rule::builtin};

    let prose: String = README.split("```").step_by(2).collect();
    let prose: String = prose.split('`').step_by(2).collect();
    let reply = review(&Draft::from_text(prose), builtin::rules(), &Options::default()).unwrap();
    let heard = reply.findings.iter().filter(|finding| finding.severity != Severity::Polish);
    let heard: Vec<(&str, &str)> =
        heard.map(|finding| (finding.rule.as_str(), finding.text.as_str())).collect();
    assert!(heard.is_empty(), "{heard:?}");
}
