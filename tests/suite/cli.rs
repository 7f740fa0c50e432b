//! The program as people and scripts meet it: transcripts of commands, exit
//! codes, pipes that close, streams that wait, and input of every kind.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use proptest::prelude::*;

/// The program, away from the settings of whoever runs the tests.
pub(super) fn kindword() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kindword"));
    for (name, value) in surroundings() {
        command.env(name, value);
    }
    command
}

/// No settings, no colours, 80 columns.
fn surroundings() -> [(&'static str, &'static str); 5] {
    let nowhere = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/nowhere");
    [
        ("XDG_CONFIG_HOME", nowhere),
        ("APPDATA", nowhere),
        ("COLUMNS", "80"),
        ("CLICOLOR_FORCE", ""),
        ("NO_COLOR", ""),
    ]
}

fn start(args: &[&str]) -> Child {
    kindword()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs with something piped in.
fn piped(args: &[&str], input: &[u8]) -> Output {
    let mut child = start(args);
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().unwrap()
    })
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

const SMALL: [&str; 3] = ["--no-builtin", "--rules", "tests/cmd/packs/small.toml"];

fn with_small<'a>(args: &[&'a str]) -> Vec<&'a str> {
    SMALL.iter().chain(args).copied().collect()
}

#[test]
fn transcripts() {
    let cases = trycmd::TestCases::new();
    for (name, value) in surroundings() {
        cases.env(name, value);
    }
    cases.case("tests/cmd/*.trycmd").case("tests/cmd/*.toml");
}

#[test]
fn piped_input_is_reviewed() {
    for args in [&[][..], &["-"], &["check"], &["check", "-"]] {
        let done = piped(args, b"You're wrong.");
        assert_eq!(done.status.code(), Some(1), "{args:?}");
        assert!(text(&done.stdout).contains("May land as blame"));
        assert_eq!(text(&done.stderr), "");
    }
}

#[test]
fn two_wins_over_one_and_never_lets_holds_pass() {
    let exit = |args: &[&str], input: &str| piped(args, input.as_bytes()).status.code();
    let bad = "You're wrong, Maria.";
    assert_eq!(exit(&["-", "nosuch.txt"], bad), Some(2));
    assert_eq!(exit(&["--fail-on", "never"], bad), Some(0));
    assert_eq!(exit(&["--fail-on", "polish"], bad), Some(1));
    let hold = "Your card is 4111 1111 1111 1111, as you asked.";
    assert_eq!(exit(&[], hold), Some(1));
    assert_eq!(exit(&["--fail-on", "never"], hold), Some(0));
    // Under ten words there is no score, and no score passes any minimum.
    assert_eq!(exit(&["--fail-on", "never", "--min-score", "100"], bad), Some(0));
}

#[test]
fn a_closed_pipe_is_nobodys_fault() {
    let drafts = "{\"draft\":\"You are late again, Maria.\"}\n".repeat(20_000);
    let args = with_small(&["--as", "jsonl", "--format", "jsonl"]);
    let mut child = start(&args);
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(drafts.as_bytes()));
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().starts_with('{'));
    drop(lines);
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(text(&done.stderr), "");
    // The program left while it was written to, or just after.
    let _ = writer.join().unwrap();
}

#[test]
fn each_line_of_a_stream_is_answered_at_once() {
    let args = with_small(&["--as", "jsonl", "--format", "jsonl", "--fail-on", "never"]);
    let mut child = start(&args);
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..3 {
        writeln!(stdin, "{{\"id\":{id},\"draft\":\"You are late, Maria.\"}}").unwrap();
        let reply: serde_json::Value =
            serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        assert_eq!(reply["id"], id);
        assert_eq!(reply["findings"][0]["rule"], "time.late");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_format_that_holds_problems_keeps_standard_error_free() {
    let file = "tests/cmd/inputs/broken.jsonl";
    let done = piped(&with_small(&["--format", "json", file, "nosuch.txt"]), b"");
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(text(&done.stderr), "");
    let report: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let list = |key: &str, field: &str| -> Vec<String> {
        let all = report[key].as_array().unwrap().iter();
        all.map(|one| one[field].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(list("replies", "id"), ["a", "c"]);
    assert_eq!(list("problems", "code"), ["bad-json", "bad-record", "unreadable"]);
    assert_eq!(report["problems"][0]["span"]["line"], 2);
    assert_eq!(report["summary"]["replies"], 2);
}

#[test]
fn the_command_line_wins_over_the_line_and_the_line_over_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("kindword.toml");
    std::fs::write(&settings, "channel = \"chat\"\nprofile = \"enquiry\"\n").unwrap();
    let settings = settings.to_str().unwrap();
    let read = |more: &[&str], line: &str| {
        let args =
            ["--as", "jsonl", "--format", "jsonl", "--fail-on", "never", "--config", settings];
        let args: Vec<&str> = args.iter().chain(more).copied().collect();
        let done = piped(&args, line.as_bytes());
        let reply: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        (
            reply["channel"].as_str().unwrap().to_owned(),
            reply["profile"].as_str().unwrap().to_owned(),
        )
    };
    let plain = "{\"draft\":\"Hi Maria, the lamp leaves today.\"}";
    let told =
        "{\"draft\":\"Hi Maria, it leaves today.\",\"channel\":\"email\",\"profile\":\"closing\"}";
    let pair = |channel: &str, profile: &str| (channel.to_owned(), profile.to_owned());
    assert_eq!(read(&[], plain), pair("chat", "enquiry"));
    assert_eq!(read(&[], told), pair("email", "closing"));
    assert_eq!(read(&["-p", "refusal", "--channel", "chat"], told), pair("chat", "refusal"));
}

#[test]
fn the_users_own_file_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("kindword");
    std::fs::create_dir(&own).unwrap();
    std::fs::write(own.join("kindword.toml"), "fail_on = \"never\"\n").unwrap();
    let exit = |home: &Path| {
        let mut command = kindword();
        command.env("XDG_CONFIG_HOME", home).env("APPDATA", home);
        command.args(["check", "examples/angry-reply.txt"]).output().unwrap().status.code()
    };
    assert_eq!(exit(folder.path()), Some(0));
    assert_eq!(exit(&own), Some(1));
}

/// The project's file, wherever in the project one stands, lies over the
/// user's own; packs and switches add up.
#[test]
fn a_projects_file_lies_on_top_of_the_users_own() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let (home, deep) = (root.join("home"), root.join("project/macros/deep"));
    std::fs::create_dir_all(home.join("kindword")).unwrap();
    std::fs::create_dir_all(&deep).unwrap();
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/packs");
    std::fs::copy(packs.join("small.toml"), root.join("project/ours.toml")).unwrap();
    let own = "fail_on = \"never\"\nmin_score = 3\n[rules]\noff = [\"time.late\"]\n";
    std::fs::write(home.join("kindword/kindword.toml"), own).unwrap();
    std::fs::write(root.join("project/kindword.toml"), "").unwrap();
    let rules = |project: &str| {
        std::fs::write(root.join("project/kindword.toml"), project).unwrap();
        let mut command = kindword();
        command.env("XDG_CONFIG_HOME", &home).env("APPDATA", &home).current_dir(&deep);
        std::fs::write(deep.join("a.txt"), "You're late again. Please hurry up.").unwrap();
        let done = command.args(["a.txt", "--no-builtin", "--format", "json"]).output().unwrap();
        let report: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap_or_default();
        let found = report["replies"][0]["findings"].as_array().cloned().unwrap_or_default();
        let ids = found.iter().map(|one| one["rule"].as_str().unwrap().to_owned());
        (done.status.code().unwrap(), ids.collect::<Vec<_>>())
    };
    let none: [&str; 0] = [];
    let with = |more: &str| format!("packs = [\"ours.toml\"]\n{more}");
    assert_eq!(rules(&with("")), (0, vec!["time.hurry".to_owned()]));
    assert_eq!(rules(&with("fail_on = \"medium\"\n")), (1, vec!["time.hurry".to_owned()]));
    let (exit, ids) = rules(&with("[rules.off]\n\"time.hurry\" = \"we may\"\n"));
    assert_eq!((exit, ids), (0, none.map(str::to_owned).to_vec()));
    // The user's own file names a rule that only the project's pack has.
    assert_eq!(rules("").0, 2);
}

#[test]
fn colour_is_decided_by_the_flag_then_the_environment() {
    let colored = |args: &[&str], name: &str, value: &str| {
        let mut command = kindword();
        command.env(name, value).args(with_small(args)).arg("examples/angry-reply.txt");
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!colored(&[], "NO_COLOR", ""));
    assert!(colored(&["--color", "always"], "NO_COLOR", "1"));
    assert!(colored(&[], "CLICOLOR_FORCE", "1"));
    assert!(!colored(&["--color", "never"], "CLICOLOR_FORCE", "1"));
}

#[test]
fn the_help_says_that_everything_stays_here() {
    for flag in ["-h", "--help"] {
        let done = piped(&[flag], b"");
        assert_eq!(done.status.code(), Some(0));
        assert!(text(&done.stdout).contains("Everything stays on this machine"));
    }
    let done = piped(&["--help"], b"");
    let help = text(&done.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    for format in kindword::render::FORMATS {
        assert!(help.contains(format.about), "{}", format.name);
    }
    for format in kindword::input::FORMATS {
        assert!(help.contains(format.about), "{}", format.name);
    }
}

#[test]
fn a_very_long_line_is_no_trouble() {
    let long = "You are late again, Maria. ".repeat(200_000);
    let done = piped(&with_small(&["--quiet"]), long.as_bytes());
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(text(&done.stderr), "");
}

/// Links are not followed, so that a loop of them ends; what cannot be read
/// costs nothing else.
#[test]
#[cfg(unix)]
fn statistics_walk_a_folder_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("a/b");
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(deep.join("one.txt"), "You're late, Maria. Zyxomat.").unwrap();
    std::fs::write(deep.join("two.txt"), [0u8, 159, 146, 150, 0]).unwrap();
    std::os::unix::fs::symlink(folder.path(), deep.join("loop")).unwrap();
    std::os::unix::fs::symlink(deep.join("one.txt"), deep.join("three.txt")).unwrap();
    let path = folder.path().to_str().unwrap();
    let stats = |format: &str, path: &str| {
        piped(&with_tail(&["rules", "list"], &["--format", format, "--stats", path]), b"")
    };
    let done = stats("json", path);
    assert_eq!(done.status.code(), Some(2));
    assert!(text(&done.stderr).contains("two.txt"));
    let list: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(list["replies"], 1);
    assert_eq!(list["rules"][0]["fired"], serde_json::json!({"replies":1,"hits":1,"behind":0}));
    let said = stats("text", path);
    for stream in [&done.stdout, &done.stderr, &said.stdout, &said.stderr] {
        assert!(!text(stream).contains("Zyxomat"), "a word of a draft");
    }
    assert_eq!(stats("text", "examples/angry-reply.txt").status.code(), Some(0));
}

/// The small pack between a command and its options.
fn with_tail<'a>(command: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    command.iter().chain(&SMALL).chain(rest).copied().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_bytes_make_it_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        text in "(\\PC|[\\x00-\\x20’日👩\u{202e}])*",
    ) {
        for input in [&bytes[..], text.as_bytes()] {
            for args in [&[][..], &["--as", "jsonl", "--format", "json"], &["rules", "try", "-"]] {
                let done = piped(args, input);
                let code = done.status.code();
                prop_assert!(matches!(code, Some(0..=2)), "{code:?} {:?}", done.stderr);
            }
        }
    }
}
