//! The schemas that editors complete from: every pack in the tree is sound by
//! them, what the reader refuses they refuse, and every key has its help.

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::Value;

use super::cli::kindword;

fn schema(of: &str) -> Value {
    let done = kindword().args(["rules", "schema", of]).output().unwrap();
    assert_eq!(done.status.code(), Some(0));
    serde_json::from_slice(&done.stdout).unwrap()
}

fn validator(of: &str) -> Validator {
    jsonschema::validator_for(&schema(of)).unwrap()
}

fn json(text: &str) -> Value {
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{text}\n{error}"));
    serde_json::to_value(table).unwrap()
}

/// Every TOML file in a folder and the folders in it.
fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            out.push(path);
        }
    }
}

#[test]
fn every_pack_in_the_tree_is_sound_by_the_schema() {
    let validator = validator("pack");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = vec![root.join("tests/cmd/packs/small.toml")];
    files(&root.join("rules"), &mut paths);
    files(&root.join("examples"), &mut paths);
    assert!(paths.len() > 20, "where are the packs?");
    for path in paths {
        let pack = json(&std::fs::read_to_string(&path).unwrap());
        let faults: Vec<String> = validator
            .iter_errors(&pack)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{}: {}", path.display(), faults.join("\n"));
    }
}

/// A pack with one rule, a part of which is other than it should be.
fn altered(from: &str, to: &str) -> String {
    let sound = "[pack]\nschema = 1\nname = \"a\"\n\n[[swap]]\nid = \"b\"\ncategory = \"blame\"\n\
                 severity = \"high\"\nfind = [\"c\"]\nwhy = \"d\"\nbad = [\"C.\"]\ngood = [\"D.\"]\n";
    assert!(sound.contains(from), "{from}");
    sound.replacen(from, to, 1)
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let validator = validator("pack");
    let sound = altered("[pack]", "[pack]");
    assert!(validator.is_valid(&json(&sound)));
    assert!(kindword::rule::load("a.toml", &sound).is_ok());
    let faults = [
        ("severity = \"high\"", "severity = \"hgih\""),
        ("severity = \"high\"\n", ""),
        ("find = [\"c\"]\n", ""),
        ("find = [\"c\"]", "find = 3"),
        ("find = [\"c\"]", "find = [3]"),
        ("find = [\"c\"]", "finds = [\"c\"]"),
        ("why = \"d\"\n", ""),
        ("bad = [\"C.\"]", "bad = []"),
        ("good = [\"D.\"]\n", ""),
        ("id = \"b\"\n", ""),
        ("category = \"blame\"\n", ""),
        ("why = \"d\"", "why = \"d\"\nfits = \"nowhere\""),
        ("why = \"d\"", "why = \"d\"\nasserts = \"much\""),
        ("why = \"d\"", "why = \"d\"\ntight = \"yes\""),
        ("schema = 1", "schema = 2"),
        ("schema = 1\n", ""),
        ("name = \"a\"\n", ""),
        ("[[swap]]", "[[swop]]"),
        ("[[swap]]", "[swap]"),
        ("[[swap]]", "[[class]]\nid = \"e\"\n[[swap]]"),
        ("[[swap]]", "[[guard]]\nid = \"e\"\ncues = [\"f\"]\nreach = \"far\"\n[[swap]]"),
        ("[[swap]]", "[[profile]]\nid = \"e\"\nemail = { thanks = \"8\" }\n[[swap]]"),
    ];
    for (from, to) in faults {
        let pack = altered(from, to);
        assert!(!validator.is_valid(&json(&pack)), "the schema takes {to:?} for {from:?}");
        assert!(kindword::rule::load("a.toml", &pack).is_err(), "the reader takes {to:?}");
    }
    // Either of two keys will do, and a class of a pack's own is a category.
    for (from, to) in [
        ("find = [\"c\"]", "find_regex = ['c']"),
        ("find = [\"c\"]", "find = \"c\""),
        ("category = \"blame\"", "category = \"lamps\""),
        ("why = \"d\"", "why = \"d\"\nguards = [\"our-own\"]"),
    ] {
        let pack = altered(from, to);
        assert!(validator.is_valid(&json(&pack)), "{to}");
        assert!(kindword::rule::load("a.toml", &pack).is_ok(), "{to}");
    }
}

#[test]
fn settings_have_a_schema_of_their_own() {
    let validator = validator("config");
    let sound = [
        "",
        "fail_on = \"never\"\nmin_score = 80\npacks = [\"a.toml\"]\noverlays = [\"travel\"]\n",
        "provided = [\"signs-off\"]\n[rules]\nonly = [\"blame\"]\noff = [\"refusal.cant\"]\n",
        "[rules.off]\n\"our.own\" = \"why\"\n[rules.severity]\n\"refusal.cant\" = \"polish\"\n",
    ];
    for text in sound {
        assert!(validator.is_valid(&json(text)), "{text}");
    }
    let faulty = [
        "fail_on = \"hgih\"\n",
        "min_score = 101\n",
        "min_scor = 3\n",
        "rules = [\"a.toml\"]\n",
        "[rules]\nof = []\n",
        "[rules.off]\n\"blame\" = 3\n",
        "[rules.severity]\n\"our.own\" = \"low\"\n",
    ];
    for text in faulty {
        assert!(!validator.is_valid(&json(text)), "{text}");
    }
}

/// Notes each key that an editor would show without help.
fn helpless(place: &str, schema: &Value, out: &mut Vec<String>) {
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        let place = format!("{place}.{key}");
        // Rules are keys of some tables; their own ids say enough.
        if !key.contains('.') && inner["description"].as_str().is_none_or(str::is_empty) {
            out.push(place.clone());
        }
        helpless(&place, inner, out);
        helpless(&place, &inner["items"], out);
    }
}

#[test]
fn every_key_has_its_help() {
    let mut out = Vec::new();
    helpless("pack", &schema("pack"), &mut out);
    let mut settings = schema("config");
    // Its keys are rules and categories.
    settings["properties"]["rules"]["properties"]["severity"]["properties"].take();
    helpless("config", &settings, &mut out);
    assert!(out.is_empty(), "{}", out.join("\n"));
}

#[test]
fn editors_are_offered_what_there_is() {
    let pack = schema("pack");
    let words = |place: &str| pack.pointer(place).unwrap_or(&Value::Null).to_string();
    let swap = "/properties/swap/items/properties";
    assert!(words(&format!("{swap}/category")).contains("\"blame\""));
    assert!(words(&format!("{swap}/guards")).contains("\"negation\""));
    assert_eq!(words(&format!("{swap}/severity/enum")), "[\"high\",\"medium\",\"polish\"]");
    assert!(words("/properties/limit/items/properties/count/enum").contains("\"capitals\""));
    assert!(words("/properties/leak/items/properties/checksum/enum").contains("\"iban\""));
    let config = schema("config");
    let off = config.pointer("/properties/rules/properties/off").unwrap().to_string();
    assert!(off.contains("\"blame.youre-wrong\""));
}
