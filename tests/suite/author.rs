//! Writing rules from the command line, as a trainer does it: what is written,
//! what is proved first, and what is left alone.

use std::path::{Path, PathBuf};

use super::cli::kindword;

/// A folder of a project, and the user's own settings beside it.
struct Place {
    folder: tempfile::TempDir,
}

/// What a run did: exit code, standard output, standard error.
type Done = (i32, String, String);

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("project/macros")).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("project").join(name)
    }

    fn own(&self) -> PathBuf {
        self.folder.path().join("home/kindword/kindword.toml")
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs in a folder of the project, nobody being there to answer.
    fn run_in(&self, folder: &str, args: &[&str]) -> Done {
        let home = self.folder.path().join("home");
        let mut command = kindword();
        command.env("XDG_CONFIG_HOME", &home).env("APPDATA", &home).args(args);
        command.current_dir(self.path(folder)).stdin(std::process::Stdio::null());
        let done = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        // Problems are wrapped to the screen, which is no matter here.
        let problems = text(done.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
        (done.status.code().unwrap(), text(done.stdout), problems)
    }

    fn run(&self, args: &[&str]) -> Done {
        self.run_in("", args)
    }

    /// Writes a rule; gives the exit code and what was said.
    fn author(&self, args: &[&str]) -> (i32, String) {
        let (exit, out, err) = self.run(&[&["rules", "new"], args].concat());
        (exit, out + &err)
    }
}

fn table(text: &str) -> toml::Table {
    text.parse().unwrap_or_else(|error| panic!("{text}\n{error}"))
}

/// The last rule of a pack.
fn last(text: &str) -> toml::Table {
    let swaps = table(text)["swap"].as_array().unwrap().clone();
    swaps.last().unwrap().as_table().unwrap().clone()
}

#[test]
fn a_rule_begins_a_pack_that_proves_itself_and_is_listed() {
    let place = Place::new();
    place.write("kindword.toml", "# Ours.\r\n\r\n[rules]\r\nonly = []\r\n");
    let (exit, said) = place.author(&[
        "--bad",
        "Please send *the SKU* today.",
        "--say",
        "the number on the label",
    ]);
    assert_eq!(exit, 0, "{said}");
    assert!(said.contains("^^^^^^^ 1"), "{said}");
    assert!(said.contains("Written to kindword-rules.toml, line 19"), "{said}");
    let pack = place.read("kindword-rules.toml");
    assert_eq!(
        pack.lines().nth(18).map(|line| line.starts_with("# kindword compares")),
        Some(true)
    );
    let rule = last(&pack);
    assert_eq!(rule["find"].as_array().unwrap()[0].as_str(), Some("the SKU"));
    assert_eq!(rule["fits"].as_str(), Some("anywhere"));
    assert_eq!(rule["severity"].as_str(), Some("medium"));
    assert_eq!(rule["good"][0].as_str(), Some("Please send the number on the label today."));
    assert_eq!(
        place.read("kindword.toml"),
        "# Ours.\r\n\r\npacks = [\"kindword-rules.toml\"]\r\n\r\n[rules]\r\nonly = []\r\n"
    );
    let (exit, out, _) = place.run(&["rules", "test", "kindword-rules.toml"]);
    assert_eq!((exit, out.contains("1 rule, 1 bad and 1 good")), (0, true), "{out}");
    // In use now, wherever in the project.
    std::fs::write(place.path("macros/a.txt"), "Read me the SKU, please.").unwrap();
    let (exit, out, _) = place.run_in("macros", &["a.txt", "--fail-on", "medium"]);
    assert!(exit == 1 && out.contains("kindword-rules.the-sku"), "{out}");
}

#[test]
fn a_second_rule_keeps_every_byte_of_the_first() {
    let place = Place::new();
    for (newline, mark) in [("\n", ""), ("\r\n", "\u{feff}")] {
        let small = include_str!("../cmd/packs/small.toml").replace('\n', newline);
        let old = format!("{mark}{}", small.trim_end()) + "  # the end";
        place.write("ours.toml", &old);
        place.write("kindword.toml", "packs = [\"ours.toml\"]\n");
        let args =
            ["--bad", "Ask *the other shift*.", "--say", "by {day}", "--why", "We are one team."];
        let (exit, said) = place.author(&args);
        assert_eq!(exit, 0, "{said}");
        let new = place.read("ours.toml");
        let added = new.strip_prefix(&old).unwrap_or_else(|| panic!("{new}"));
        assert_eq!(added.matches('\n').count(), added.matches(newline).count());
        let rule = last(new.trim_start_matches(mark));
        assert_eq!(rule["category"].as_str(), Some("time"), "the pack's own");
        assert_eq!(rule["fits"].as_str(), Some("slot"));
        assert_eq!(rule["good"][0].as_str(), Some("Ask by Friday."));
        assert_eq!(
            place.read("kindword.toml"),
            "packs = [\"ours.toml\"]\n",
            "it is listed already"
        );
        let (exit, out, _) = place.run(&["rules", "test", "ours.toml"]);
        assert_eq!(exit, 0, "{out}");
    }
}

#[test]
fn how_the_better_words_fit_is_a_safe_guess() {
    let place = Place::new();
    let fits = |bad: &str, say: &[&str]| {
        let say = say.iter().flat_map(|say| ["--say", say]);
        let args: Vec<&str> = ["--bad", bad].into_iter().chain(say).collect();
        let (exit, said) = place.author(&args);
        assert_eq!(exit, 0, "{said}");
        let rule = last(&place.read("kindword-rules.toml"));
        let asserts = rule.get("asserts").map_or("", |asserts| asserts.as_str().unwrap());
        format!("{} {asserts}", rule["fits"].as_str().unwrap())
    };
    assert_eq!(fits("The *gizmo* is here.", &["part"]), "anywhere ");
    assert_eq!(fits("Here is the *gizmotron*.", &["part"]), "clause ");
    assert_eq!(fits("It blinks twice.", &["It blinks two times, which is fine."]), "clause ");
    assert_eq!(fits("It blinks thrice.", &["the other way"]), "advice ");
    assert_eq!(fits("It *hisses* four times.", &["It is on."]), "advice ");
    assert_eq!(fits("Ask the *lampmaster* then.", &["our Ana", "You are in luck."]), "advice ");
    assert_eq!(fits("It leaves *whenever*.", &["on {day}"]), "slot ");
    assert_eq!(fits("It hums a bit.", &["I'll send a quiet one."]), "clause commitment");
    assert_eq!(fits("It *fizzles* a bit.", &["stopped, which is our mistake,"]), "anywhere fault");
    let signs = fits("Ask for \"plan B\" (the *$20 ~ one ^!* [now]).", &["small one"]);
    assert_eq!(signs, "anywhere ");
    let (exit, out, _) = place.run(&["rules", "test", "kindword-rules.toml"]);
    assert_eq!(exit, 0, "{out}");
}

#[test]
fn a_phrase_of_their_own_marks_what_it_finds() {
    let place = Place::new();
    let args =
        ["--bad", "Do send the blue gizmo now.", "--find", "the [blue] gizmo", "--say", "the part"];
    let (exit, said) = place.author(&args);
    assert_eq!(exit, 0, "{said}");
    let rule = last(&place.read("kindword-rules.toml"));
    assert_eq!(rule["bad"][0].as_str(), Some("Do send «the blue gizmo» now."));
    assert_eq!(rule["fits"].as_str(), Some("anywhere"));
}

#[test]
fn what_does_not_prove_itself_is_not_written() {
    let place = Place::new();
    let sound = ["--bad", "Send *the gizmo*.", "--say", "the part"];
    assert_eq!(place.author(&sound).0, 0);
    let before = place.read("kindword-rules.toml");
    let refused = |exit: i32, args: &[&str], reason: &str| {
        let (code, said) = place.author(args);
        assert!(code == exit && said.contains(reason), "{code}: {said}");
        assert_eq!(place.read("kindword-rules.toml"), before);
        said
    };
    let fires =
        ["--bad", "Send *the widget*.", "--say", "the part", "--good", "The widget is fine."];
    let said = refused(1, &fires, "it fires here, on \"The widget\"");
    assert!(said.contains("kindword-rules.toml (not written yet):"), "{said}");
    refused(1, &["--bad", "Send it.", "--find", "no such words", "--say", "x"], "does not fire");
    refused(1, &["--bad", "Send it.", "--find", "(send", "--say", "x"], "bad-phrase");
    refused(1, &["--bad", "Send it.", "--say", "x", "--id", "Send It"], "bad-id");
    refused(1, &["--bad", "Send it now.", "--say", "x", "--id", "the-gizmo"], "duplicate-id");
    refused(1, &["--bad", "The *lamp*.", "--say", "You failed to read it."], "better wording");
    // What it would break in a rule that stands there is its own fault.
    let said = refused(1, &["--bad", "Take *the part* out.", "--say", "it"], "better wording");
    assert!(said.contains("kindword-rules.the-gizmo"), "{said}");
    refused(2, &["--bad", "Send it.", "--say", "x", "--category", "blam"], "Did you mean blame");
    refused(2, &["--bad", "Send it."], "--say is missing");
    refused(2, &["--say", "x"], "--bad is missing");
    refused(2, &["--bad", "*The lamp*.", "--say", "the lamp"], "--good");
    place.write("broken.toml", "[pack]\nschema = 1\nname = \"b\"\n[[swop]]\n");
    let broken = [&sound[..], &["--to", "broken.toml"]].concat();
    refused(2, &broken, "did you mean [[swap]]");
    assert!(place.read("broken.toml").ends_with("[[swop]]\n"));
}

#[test]
#[cfg(unix)]
fn writing_keeps_links_and_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.write("real.toml", "fail_on = \"never\"\n");
    std::fs::set_permissions(place.path("real.toml"), PermissionsExt::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real.toml", place.path("kindword.toml")).unwrap();
    let (exit, _, err) = place.run(&["rules", "off", "blame", "--because", "ours"]);
    assert_eq!(exit, 0, "{err}");
    assert!(place.path("kindword.toml").symlink_metadata().unwrap().is_symlink());
    assert!(place.read("real.toml").contains("\"blame\" = \"ours\""));
    let mode = place.path("real.toml").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    std::fs::set_permissions(place.path("real.toml"), PermissionsExt::from_mode(0o440)).unwrap();
    let (exit, _, err) = place.run(&["rules", "off", "refusal", "--because", "ours"]);
    assert!(exit == 2 && err.contains("no permission to change it"), "{err}");
    let left = std::fs::read_dir(place.path("")).unwrap().count();
    assert_eq!(left, 3, "something was left behind");
}

#[test]
fn a_rule_is_switched_off_where_it_counts() {
    let place = Place::new();
    let off = ["rules", "off", "youre-wrong", "--because", "We  say\nit to friends."];
    let (exit, out, err) = place.run_in("macros", &off);
    assert_eq!(exit, 0, "{err}");
    assert!(out.contains("blame.youre-wrong is off now") && out.contains("You're wrong"), "{out}");
    let own = std::fs::read_to_string(place.own()).unwrap();
    assert_eq!(own, "[rules.off]\n\"blame.youre-wrong\" = \"We say it to friends.\"\n");
    std::fs::write(place.path("macros/a.txt"), "You're wrong.").unwrap();
    let speaks = |place: &Place| {
        let (_, out, _) = place.run_in("macros", &["a.txt", "--format", "json"]);
        out.contains("\"rule\":\"blame.youre-wrong\"")
    };
    assert!(!speaks(&place));
    let (exit, out, _) = place.run(&off);
    assert!(exit == 0 && out.contains("is off already"), "{out}");
    let (exit, _, _) = place.run(&["rules", "on", "blame.youre-wrong"]);
    assert_eq!((exit, speaks(&place)), (0, true));
    // With a project's file, that is the right one, unless told otherwise.
    place.write("kindword.toml", "fail_on = \"high\"");
    assert_eq!(place.run_in("macros", &off).0, 0);
    assert!(place.read("kindword.toml").starts_with("fail_on = \"high\"\n\n[rules.off]\n"));
    let before = std::fs::read_to_string(place.own()).unwrap();
    assert!(!before.contains("blame.youre-wrong"));
    assert_eq!(place.run(&["rules", "off", "blame", "--because", "x", "--user"]).0, 0);
    assert!(std::fs::read_to_string(place.own()).unwrap().contains("\"blame\" = \"x\""));
    let (exit, out, _) = place.run(&["rules", "on", "blame.youre-wrong"]);
    assert!(exit == 0 && out.contains("Its whole category is off"), "{out}");
    let more = ["rules", "off", "privacy.card-number", "--because", "x", "--config", "more.toml"];
    let (exit, out, _) = place.run(&more);
    assert!(exit == 0 && out.contains("held back no longer"), "{out}");
    assert_eq!(place.read("more.toml"), "[rules.off]\n\"privacy.card-number\" = \"x\"\n");
}

#[test]
fn a_switch_needs_a_rule_and_a_reason() {
    let place = Place::new();
    let said = |args: &[&str], reason: &str| {
        let (exit, _, err) = place.run(args);
        assert!(exit == 2 && err.contains(reason), "{exit}: {err}");
        assert!(!place.own().exists());
    };
    said(&["rules", "off", "blame.youre-wrong"], "--because");
    said(&["rules", "off", "blame.youre-wrong", "--because", " "], "needs a reason");
    said(&["rules", "off", "blame.youre-wrng", "--because", "x"], "Did you mean blame.youre-wrong");
    said(&["rules", "on", "blam"], "Did you mean blame");
    // What only another file's pack has would be unknown elsewhere.
    place.write("ours.toml", include_str!("../cmd/packs/small.toml"));
    place.write("kindword.toml", "packs = [\"ours.toml\"]\n");
    let late = ["rules", "off", "time.late", "--because", "x"];
    said(&[&late[..], &["--user"]].concat(), "does not list");
    assert_eq!(place.run(&late).0, 0);
    place.write("kindword.toml", "rules = []\n");
    said(&["rules", "off", "blame", "--because", "x"], "wants a table of settings");
    assert_eq!(place.read("kindword.toml"), "rules = []\n");
    assert!(Path::new(&place.path("kindword.toml")).exists());
}
