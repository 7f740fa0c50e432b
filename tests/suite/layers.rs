//! Imports go one way, so that a part can be read without what stands on it.

use std::path::{Path, PathBuf};

/// The parts, lowest first. A part may use what stands before it.
const ORDER: &[&[&str]] = &[
    &["span", "problem", "report"],
    &["line"],
    &["map"],
    &["document"],
    &["phrase"],
    &["rule"],
    &["guard"],
    &["check"],
    &["checklist"],
    &["review"],
    &["proof"],
    &["source", "render"],
    &["input"],
    &["cli"],
];

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push(path);
        }
    }
}

fn rank(part: &str) -> Option<usize> {
    ORDER.iter().position(|level| level.contains(&part))
}

#[test]
fn imports_go_one_way() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&source, &mut paths);
    let mut wrong = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(&source).unwrap();
        let part = inside
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        let Some(own) = rank(&part) else {
            assert!(
                part == "main" || part == "lib",
                "{part} has no place in the order of the parts"
            );
            continue;
        };
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for (n, line) in code.enumerate() {
            for used in line.split("crate::").skip(1) {
                let name: String =
                    used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if rank(&name).is_some_and(|other| other > own) {
                    wrong.push(format!(
                        "{}: {} uses {name} (line {} of its code)",
                        path.display(),
                        part,
                        n + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_networking_crate_is_in_the_tree() {
    let lock = include_str!("../../Cargo.lock");
    for name in [
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "tokio",
        "rustls",
        "native-tls",
        "openssl",
        "isahc",
        "surf",
        "attohttpc",
        "minreq",
        "h2",
        "quinn",
    ] {
        assert!(!lock.contains(&format!("name = \"{name}\"\n")), "{name} is in the tree");
    }
}
