//! Changes of a kindword.toml: they say what they should, and no other byte
//! of the file changes, however it is written.

use kindword::cli::ask::Asker;
use kindword::cli::edit::{add_pack, switch_off, switch_on};
use proptest::prelude::*;

/// Ways people write their settings.
const FILES: &[&str] = &[
    "",
    "# Ours.\n",
    "fail_on = \"never\"",
    "fail_on = \"never\" # always\n\n# last words\n",
    "[rules.off]\n\"a.b\" = \"c\" # d\n\n[rules.severity]\n\"x\" = \"high\"\n",
    "[rules.off]\n\n[rules.severity]\n\"x\" = \"high\"\n",
    "[rules.off]",
    "[rules]\nonly = [\"blame\"]\n",
    "[rules]\noff = []\n",
    "[rules]\noff = [\"a.b\"] # ours\n",
    "[rules]\noff = [\n    \"a.b\", # one\n    \"c.d\" # two\n]\nonly = []\n",
    "[rules]\noff = \"a.b\"\n",
    "[rules]\noff = {}\n",
    "[rules]\noff = { \"a.b\" = \"c\" }\n",
    "[rules]\noff.\"a.b\" = \"c\"\nonly = []\n",
    "rules.off.\"a.b\" = \"\"\"c\n[rules.off]\n\"\"\"\nmin_score = 3\n",
    "rules.only = [\"blame\"]\nmin_score = 3\n",
    "rules = { only = [\"blame\"] }\n",
    "rules = {}\nmin_score = 3",
    "rules = { off = { \"a.b\" = \"c\" }, only = [] }\n",
];

/// What was put into `old` to get `new`, all else being the same.
fn added<'n>(old: &str, new: &'n str) -> &'n str {
    let ends = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count();
    let starts = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    assert!(starts + ends >= old.len(), "more was touched: {old:?} became {new:?}");
    let starts = starts.min(old.len() - ends.min(old.len()));
    new.get(starts..starts + new.len() - old.len()).unwrap_or_default()
}

fn off(text: &str) -> Vec<(String, Option<String>)> {
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{text}\n{error}"));
    match &table["rules"]["off"] {
        toml::Value::Table(rows) => {
            rows.iter().map(|(id, why)| (id.clone(), why.as_str().map(str::to_owned))).collect()
        }
        toml::Value::Array(all) => {
            all.iter().map(|id| (id.as_str().unwrap().to_owned(), None)).collect()
        }
        other => panic!("{other}"),
    }
}

#[test]
fn a_switch_fits_into_every_file() {
    for file in FILES {
        for newline in ["\n", "\r\n"] {
            let file = file.replace('\n', newline);
            let why = "it's \"ours\" \\ here";
            let new = switch_off(&file, "blame.your-fault", why, newline)
                .unwrap_or_else(|| panic!("no place in {file}"));
            // One text becomes a list, which is a change on both sides of it.
            if !file.contains("off = \"a.b\"") {
                assert!(added(&file, &new).contains("blame.your-fault"), "{new}");
            }
            let mut switches = off(&new);
            let at = switches.iter().position(|(id, _)| id == "blame.your-fault").unwrap();
            let (_, reason) = switches.remove(at);
            assert!(reason.is_none_or(|reason| reason == why), "{new}");
            assert!(new.contains(&why[..4]), "the reason is not even in a comment: {new}");
            let lone = new.replace("\r\n", "").contains('\n');
            assert_eq!(lone, newline == "\n" && new.contains('\n'), "mixed line ends: {new:?}");
            assert_eq!(
                switch_off(&new, "x.y", "z", newline).map(|new| off(&new).len()),
                Some(switches.len() + 2)
            );
            let back = switch_on(&new, &["blame.your-fault"]).unwrap_or_else(|| panic!("{new}"));
            let back: toml::Table = back.parse().unwrap();
            let old: toml::Table = file.parse().unwrap();
            assert_eq!(back.get("fail_on"), old.get("fail_on"));
            assert!(!back.to_string().contains("blame.your-fault"));
        }
    }
}

#[test]
fn what_is_no_settings_is_left_alone() {
    for file in
        ["rules = 3\n", "rules = [1]\n", "[rules]\noff = 3\n", "[[rules]]\n", "fail_on = \n"]
    {
        assert_eq!(switch_off(file, "blame", "why", "\n"), None, "{file}");
        assert_eq!(switch_on(file, &["blame"]), None, "{file}");
    }
    assert_eq!(add_pack("packs = 3\n", "a.toml", "\n"), None);
}

#[test]
fn a_pack_is_listed_after_the_others() {
    let cases = [
        ("", "packs = [\"a.toml\"]\n"),
        ("fail_on = \"never\"\n", "fail_on = \"never\"\npacks = [\"a.toml\"]\n"),
        ("min_score = 3", "min_score = 3\npacks = [\"a.toml\"]\n"),
        ("[rules]\noff = []\n", "packs = [\"a.toml\"]\n\n[rules]\noff = []\n"),
        ("# Ours.\n\n[rules]\n", "# Ours.\n\npacks = [\"a.toml\"]\n\n[rules]\n"),
        ("#:schema s.json\n[rules]\n", "#:schema s.json\npacks = [\"a.toml\"]\n\n[rules]\n"),
        ("# off\n[rules]\n", "packs = [\"a.toml\"]\n\n# off\n[rules]\n"),
        ("packs = []\n", "packs = [\"a.toml\"]\n"),
        ("packs = [\"b\"] # c\n", "packs = [\"b\", \"a.toml\"] # c\n"),
        ("packs = [\n  \"b\", # c\n]\n", "packs = [\n  \"b\", \"a.toml\", # c\n]\n"),
        ("packs = \"b\"\n", "packs = [\"b\", \"a.toml\"]\n"),
    ];
    for (old, new) in cases {
        assert_eq!(add_pack(old, "a.toml", "\n").as_deref(), Some(new), "{old}");
    }
}

proptest! {
    #[test]
    fn a_switch_on_any_text_says_it_or_nothing(text in "[\\[\\]{}a-c.=\"'#,\n \r]{0,60}", why in ".{0,20}") {
        if let Some(new) = switch_off(&text, "a.b", &why.split_whitespace().collect::<Vec<_>>().join(" "), "\n") {
            prop_assert!(new.parse::<toml::Table>().is_ok());
        }
        let _ = switch_on(&text, &["a.b"]);
        let _ = add_pack(&text, "a.toml", "\n");
    }
}

#[test]
fn questions_are_asked_until_answered() {
    let quiet: fn(&str) = |_| {};
    let mut asker = Asker::new("\n  \nour  legal team\n\npolish\nno\n\n".as_bytes(), quiet);
    assert_eq!(asker.need("Why?").as_deref(), Some("our legal team"));
    assert_eq!(asker.ask("How?", "medium").as_deref(), Some("medium"));
    assert_eq!(asker.ask("How?", "medium").as_deref(), Some("polish"));
    assert_eq!(asker.agrees("So?"), Some(false));
    assert_eq!(asker.agrees("So?"), Some(true));
    assert!(asker.is_there());
    assert_eq!(asker.need("More?"), None);
    assert!(!asker.is_there());
}
