//! Compiles the built-in packs into tables, with the code of the crate itself,
//! so that nothing is parsed when kindword starts.

#![expect(clippy::disallowed_methods, reason = "a build script reads the packs")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/phrase/mod.rs"]
pub mod phrase;
#[path = "src/problem.rs"]
pub mod problem;
#[path = "src/report.rs"]
pub mod report;
#[path = "src/span.rs"]
pub mod span;

/// The part of `document` that phrases are cut by.
#[path = "src/document"]
pub mod document {
    pub mod forms;
    pub mod marks;
    pub mod shape;
    pub mod spelling;
    pub mod start;
    pub mod words;
}

/// The part of `rule` that reads and compiles packs.
#[path = "src/rule"]
pub mod rule {
    mod amend;
    pub mod change;
    pub mod compile;
    mod effects;
    pub mod layer;
    pub mod load;
    mod merge;
    pub mod model;
    mod place;
    mod read;
    pub mod set;
    pub mod slots;
    pub mod table;
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=src");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let files = packs(&root.join("rules"))?;
    let mut loaded = Vec::new();
    let mut problems = Vec::new();
    for (path, text) in &files {
        match rule::load::load(&name(path), text) {
            Ok(pack) => loaded.push(pack),
            Err(more) => problems.extend(more),
        }
    }
    let layer =
        if problems.is_empty() { rule::compile::compile(&loaded, None) } else { Err(problems) };
    let layer = layer.map_err(|problems| listed(&problems))?;
    let mut text = source(&layer, &files);
    text.push_str(&overlays(&root.join("rules/overlays"))?);
    let out = PathBuf::from(env::var("OUT_DIR")?).join("builtin.rs");
    fs::write(out, text)?;
    Ok(())
}

fn packs(folder: &Path) -> io::Result<Vec<(PathBuf, String)>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(&path).map(|text| (path, text))).collect()
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| format!("rules/{}", name.to_string_lossy())).unwrap_or_default()
}

fn listed(problems: &[problem::Problem]) -> String {
    problems.iter().fold(String::from("the built-in packs have faults:\n"), |mut out, one| {
        let line = one.place.map_or(0, |place| place.line);
        let _ = writeln!(
            out,
            "{}:{line}: {} ({})",
            one.source,
            one.message,
            one.help.as_deref().unwrap_or_default()
        );
        out
    })
}

/// The Rust source of the tables. Numbers and one text each: no pointers to
/// relocate, nothing to read before use.
fn source(layer: &rule::layer::Layer, files: &[(PathBuf, String)]) -> String {
    let program = &layer.program;
    let mut out = String::from(
        "/// The tables of the built-in packs.\n#[expect(clippy::unreadable_literal, reason = \"written by build.rs\")]\npub static LAYER: Layer = Layer {\n    program: Program {\n",
    );
    let tables: [(&str, &[u32]); 16] = [
        ("forms", &program.forms),
        ("slots", &program.slots),
        ("classes_at", &program.classes_at),
        ("classes", &program.classes),
        ("posts_at", &program.posts_at),
        ("posts", &program.posts),
        ("class_posts_at", &program.class_posts_at),
        ("class_posts", &program.class_posts),
        ("patterns", &program.patterns),
        ("code", &program.code),
        ("sets", &program.sets),
        ("unless", &program.unless),
        ("members_at", &program.members_at),
        ("members", &program.members),
        ("class_members_at", &program.class_members_at),
        ("class_members", &program.class_members),
    ];
    for (field, table) in tables {
        let _ = writeln!(out, "        {field}: Cow::Borrowed(&{table:?}),");
    }
    for (field, text) in [
        ("text", &program.text),
        ("class_names", &program.class_names),
        ("capture_names", &program.capture_names),
    ] {
        let _ = writeln!(out, "        {field}: Cow::Borrowed({:?}),", &**text);
    }
    let _ = writeln!(
        out,
        "        known: {},\n        levels: {},\n    }},",
        program.known, program.levels
    );
    let _ = writeln!(out, "    records: Cow::Borrowed({:?}),", &*layer.records);
    let _ = writeln!(out, "    names: Cow::Borrowed({:?}),", &*layer.names);
    let _ = writeln!(out, "    rows: Cow::Borrowed(&{:?}),", &*layer.rows);
    let _ = writeln!(out, "    tables: Cow::Borrowed({:?}),", &*layer.tables);
    let _ = writeln!(out, "    details: Cow::Borrowed({:?}),\n}};\n", &*layer.details);
    out.push_str("/// The packs as they were written: the file's name and its text.\npub static PACKS: &[(&str, &str)] = &[\n");
    for (path, _) in files {
        let _ = writeln!(
            out,
            "    ({:?}, include_str!({:?})),",
            name(path),
            path.display().to_string()
        );
    }
    out.push_str("];\n");
    out
}

/// The Rust source of the overlays: their texts, to be read when one is chosen.
fn overlays(folder: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let mut out = String::from(
        "\n/// The overlays there are, by name.\npub static OVERLAYS: &[Overlay] = &[\n",
    );
    for (path, text) in packs(folder)? {
        let file = format!("rules/overlays/{}", name(&path).trim_start_matches("rules/"));
        let pack = rule::load::load(&file, &text).map_err(|problems| listed(&problems))?;
        let _ = writeln!(
            out,
            "    Overlay {{ name: {:?}, title: {:?}, file: {file:?}, text: include_str!({:?}) }},",
            pack.name,
            pack.title,
            path.display().to_string()
        );
    }
    out.push_str("];\n");
    Ok(out)
}
