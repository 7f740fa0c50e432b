//! The shape of the JSON report, version 1.

use kindword::problem::Problem;
use kindword::render::{FORMATS, Style, Summary, by_name};
use kindword::report::{Asserts, Fits, Id, Part, PartKind, Reply};
use kindword::span::Span;
use serde_json::{Value, json};

use super::sample::{DRAFT, middling, place, render, suggestion};

/// A whole report.
fn report(replies: &[Reply], problems: &[Problem]) -> String {
    let format = by_name("json").unwrap();
    let style = Style::default();
    let mut summary = Summary::default();
    let mut out = String::new();
    (format.begin)(&mut out, &style);
    for (nth, reply) in replies.iter().enumerate() {
        summary.add(reply);
        (format.reply)(&mut out, nth, reply, &style);
    }
    (format.end)(&mut out, &summary, problems, &style);
    out
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn an_empty_run_is_an_object() {
    let value: Value = serde_json::from_str(&report(&[], &[])).unwrap();
    let want = json!({
        "version": 1,
        "tool": concat!("kindword ", env!("CARGO_PKG_VERSION")),
        "replies": [],
        "problems": [],
        "summary": {
            "replies": 0,
            "findings": {"high": 0, "medium": 0, "polish": 0},
            "holds": 0, "lowest": null, "median": null,
        },
    });
    assert_eq!(value, want);
}

#[test]
fn every_field_of_the_contract_is_there() {
    let mut reply = middling();
    reply.parts.push(Part {
        kind: PartKind::Greeting,
        span: Span::new(0, 9),
        place: place(DRAFT, 0, 9),
    });
    reply.findings[0].suggestions.push(suggestion("Sorry.", Fits::Clause, Some(Asserts::Fault)));
    let problem = Problem::new("bad-json", "in.jsonl", "This line is no JSON").line(4);
    let value: Value = serde_json::from_str(&report(&[reply.clone(), reply], &[problem])).unwrap();
    let first = &value["replies"][0];
    for key in [
        "id",
        "source",
        "title",
        "line",
        "channel",
        "profile",
        "score",
        "verdict",
        "hold",
        "customer",
        "parts",
        "findings",
        "shadowed",
        "checklist",
        "pools",
        "earned",
        "deducted",
    ] {
        assert!(keys(first).contains(&key), "{key}");
    }
    assert_eq!(first["verdict"], "worth another pass");
    assert_eq!(first["customer"]["mood"], json!(["complaint"]));
    assert_eq!(first["parts"][0]["kind"], "greeting");
    assert_eq!(first["pools"]["help"], json!({"earned": 32, "cap": 50}));
    let finding = &first["findings"][0];
    assert_eq!(finding["rule"], "blame.should-have");
    assert_eq!(finding["severity"], "high");
    assert_eq!((&finding["text_start"], &finding["text_end"]), (&json!(56), &json!(83)));
    let span = json!({"start": 56, "end": 83, "line": 4, "column": 1, "end_line": 4,
        "end_column": 28, "utf16_column": 1, "utf16_end_column": 28});
    assert_eq!(finding["span"], span);
    let better = json!({"text": "Sorry.", "fits": "clause", "apply": "ask", "asserts": "fault"});
    assert_eq!(finding["suggestions"][1], better);
    let item = &first["checklist"][7];
    assert_eq!(item["evidence"][0]["text"], "I'll send a new one soon");
    assert_eq!(
        (&item["met"], &item["earned"], &item["points"]),
        (&json!(false), &json!(8), &json!(16))
    );
    assert_eq!(first["checklist"][0]["tip"], Value::Null);
    assert_eq!(first["next"]["item"], "answers-everything");
    assert_eq!(value["problems"][0]["span"], json!({"line": 4, "column": 1}));
    assert_eq!(value["summary"]["median"], 69);
}

#[test]
fn ids_keep_their_type() {
    let mut reply = middling();
    let mut id = |id: Id| {
        reply.id = id;
        let line = render("jsonl", &reply, &Style::default());
        assert_eq!(line.matches('\n').count(), 1);
        let end = line.find(",\"source\"").unwrap();
        line[6..end].to_owned()
    };
    assert_eq!(id(Id::Number(3)), "3");
    assert_eq!(id(Id::Json("\"17\"".to_owned())), "\"17\"");
    assert_eq!(id(Id::Json("17.50".to_owned())), "17.50");
    assert_eq!(
        id(Id::Json("123456789012345678901234567890".to_owned())),
        "123456789012345678901234567890"
    );
    assert_eq!(id(Id::Json("{\"a\":\r\n1}".to_owned())), "{\"a\":  1}");
    assert_eq!(id(Id::Json("no json".to_owned())), "\"no json\"");
}

#[test]
fn a_place_in_another_file_names_it() {
    let mut reply = middling();
    reply.customer.as_mut().unwrap().questions[0].place.source = Some("mail.txt".to_owned());
    let value: Value = serde_json::from_str(&render("jsonl", &reply, &Style::default())).unwrap();
    let questions = &value["customer"]["questions"];
    assert_eq!(questions[0]["span"]["source"], "mail.txt");
    assert!(questions[1]["span"].get("source").is_none());
}

#[test]
fn text_comes_back_verbatim() {
    let nasty = "a\u{202e}b\u{9b}c\u{7f}\"\\\n\u{1b}[0m\u{2028}\u{feff}";
    let mut reply = middling();
    reply.findings[0].text = nasty.to_owned();
    let line = render("jsonl", &reply, &Style::default());
    assert!(line.is_ascii() && !line.trim_end().contains(char::is_control), "{line:?}");
    let value: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(value["findings"][0]["text"], nasty);
}

#[test]
fn jsonl_is_the_elements_of_replies() {
    let reply = middling();
    let line: Value = serde_json::from_str(&render("jsonl", &reply, &Style::default())).unwrap();
    let whole: Value = serde_json::from_str(&report(&[reply], &[])).unwrap();
    assert_eq!(whole["replies"], json!([line]));
}

#[test]
fn names_of_formats_differ_and_the_first_is_human() {
    let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names, ["human", "json", "jsonl"]);
    assert!(FORMATS.iter().all(|format| !format.about.is_empty()));
    assert!(by_name("nowhere").is_none());
}
