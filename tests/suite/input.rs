//! Inputs: every encoding and format gives the text, and every place in it
//! slices back to the stored bytes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop where its input is not as written"
)]

use std::io::Write;

use kindword::document::draft::Draft;
use kindword::input::{self, Options, by_ending, choose, find};
use kindword::map::{Builder, Map, Origin};
use kindword::problem::Problem;
use kindword::report::{Channel, Id, Place};
use kindword::source::Stream;
use kindword::span::{Span, Text};
use proptest::prelude::*;

type Read = Result<Draft, Problem>;

fn read(format: &str, bytes: impl Into<Vec<u8>>) -> Vec<Read> {
    let stream = Stream::memory("file", bytes);
    (find(format).unwrap().read)(stream, Options::default()).collect()
}

fn one(format: &str, bytes: impl Into<Vec<u8>>) -> Draft {
    read(format, bytes).remove(0).unwrap()
}

fn fault(format: &str, bytes: impl Into<Vec<u8>>) -> Problem {
    read(format, bytes).remove(0).unwrap_err()
}

fn paste(bytes: &str) -> Read {
    let stream = Stream::memory("-", bytes);
    (find("text").unwrap().read)(stream, Options { paste: true }).next().unwrap()
}

fn span_of(text: &str, words: &str) -> Span<Text> {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn place_of(draft: &Draft, words: &str) -> Place {
    draft.origin.place(span_of(&draft.text, words))
}

fn slice<'b>(bytes: &'b [u8], origin: &Origin, span: Span<Text>) -> &'b [u8] {
    &bytes[origin.to_source(span).span.range()]
}

/// The start and length of each character, as spans.
fn characters(text: &str) -> impl Iterator<Item = (char, Span<Text>)> + '_ {
    text.char_indices().map(|(at, c)| (c, Span::new(at, at + c.len_utf8())))
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(to_bytes).collect()
}

mod text {
    use super::*;

    const LETTER: &str = "Hé Maria 😀,\r\nyou’re wrong\nbye";

    fn starts(place: &Place) -> (usize, usize, usize) {
        (place.line, place.column, place.utf16_column)
    }

    #[test]
    fn utf8_places_are_its_own_bytes() {
        let draft = one("text", LETTER);
        assert_eq!(&*draft.text, LETTER);
        assert_eq!(draft.id, Id::Number(1));
        for (c, span) in characters(LETTER) {
            let bytes = slice(LETTER.as_bytes(), &draft.origin, span);
            assert_eq!(bytes, c.to_string().as_bytes());
        }
        let place = place_of(&draft, "😀,\r\nyou’re");
        assert_eq!(starts(&place), (1, 10, 10));
        assert_eq!((place.end_line, place.end_column, place.utf16_end_column), (2, 7, 7));
        assert_eq!(starts(&place_of(&draft, ",")), (1, 11, 12));
        assert_eq!(starts(&place_of(&draft, "bye")), (3, 1, 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let draft = one("text", format!("\u{feff}{LETTER}"));
        assert_eq!(&*draft.text, LETTER);
        let place = place_of(&draft, "Hé");
        assert_eq!((place.start, place.end), (3, 6));
        assert_eq!(starts(&place), (1, 1, 1));
        assert_eq!(place.end_column, 3);
    }

    #[test]
    fn utf16_of_both_orders() {
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes = utf16(LETTER, to_bytes);
            let draft = one("text", bytes.clone());
            assert_eq!(&*draft.text, LETTER);
            for (c, span) in characters(LETTER) {
                let expected: Vec<u8> =
                    c.encode_utf16(&mut [0; 2]).iter().flat_map(|&unit| to_bytes(unit)).collect();
                assert_eq!(slice(&bytes, &draft.origin, span), expected);
            }
            assert_eq!(starts(&place_of(&draft, "wrong")), (2, 8, 8));
        }
    }

    #[test]
    fn broken_utf16_is_replaced() {
        let mut bytes = utf16("ab", u16::to_le_bytes);
        bytes.extend([0x00, 0xD8, b'c', 0, b'!']);
        let draft = one("text", bytes.clone());
        assert_eq!(&*draft.text, "ab\u{fffd}c\u{fffd}");
        assert_eq!(slice(&bytes, &draft.origin, span_of(&draft.text, "c")), b"c\0");
        assert_eq!(draft.origin.place(Span::new(7, 10)).end, bytes.len());
    }

    #[test]
    fn windows_1252_is_what_is_left() {
        let bytes = b"You\x92re w\xe9lcome \x80 5\r\nbye";
        let draft = one("text", bytes);
        assert_eq!(&*draft.text, "You’re wélcome € 5\r\nbye");
        assert_eq!(slice(bytes, &draft.origin, span_of(&draft.text, "’re wé")), b"\x92re w\xe9");
        assert_eq!(slice(bytes, &draft.origin, span_of(&draft.text, "bye")), b"bye");
        assert_eq!(starts(&place_of(&draft, "€")), (1, 16, 16));
    }

    #[test]
    fn places_hold_in_a_line_longer_than_a_block() {
        let text = format!("Hi\n{}you're wrong{}\nend", "né 😀 ".repeat(5000), " a".repeat(5000));
        let draft = one("text", text.clone());
        let place = place_of(&draft, "you're wrong");
        assert_eq!(starts(&place), (2, 25_001, 30_001));
        assert_eq!(&text[place.start..place.end], "you're wrong");
        assert_eq!(starts(&place_of(&draft, "end")), (3, 1, 1));
        assert_eq!(place_of(&draft, "end").end_column, 4);
    }

    #[test]
    fn nothing_to_review() {
        assert_eq!(fault("text", "").code, "empty");
        assert_eq!(fault("text", " \r\n\t\u{a0}").code, "empty");
        assert_eq!(fault("text", "\u{feff}").code, "empty");
    }

    #[test]
    fn bytes_that_are_no_text() {
        for bytes in [&b"PK\x03\x04\0\0"[..], b"\xff\xfe\0\0a\0\0\0", b"\x89\x01\x02\x03"] {
            assert_eq!(fault("text", bytes).code, "binary");
        }
        one("text", "\x1b[1mHello\x1b[0m Maria\x0c");
    }

    #[test]
    fn the_file_system_says_no() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing.txt");
        for path in [missing.as_path(), folder.path()] {
            let problem = Stream::open(path).unwrap_err();
            assert_eq!(problem.code, "unreadable");
            assert!(problem.message.contains(&*path.to_string_lossy()));
        }
        let mut file = tempfile::NamedTempFile::new().unwrap();
        write!(file, "Hello").unwrap();
        let message = input::message(Stream::open(file.path()).unwrap()).unwrap();
        assert_eq!(&*message.text, "Hello");
        assert_eq!(input::message(Stream::memory("c", " \n")).unwrap_err().code, "empty");
    }

    #[test]
    fn a_program_can_bring_its_own() {
        let draft = Draft::from_text("Hello").with_customer("Is it\nhere?").with_id("\"a\"");
        assert_eq!(draft.id, Id::Json("\"a\"".into()));
        let place = draft.place_of_customer(Span::new(6, 10)).unwrap();
        assert_eq!((place.source.as_deref(), place.line, place.column), (Some("customer"), 2, 1));
    }
}

mod pasted {
    use super::*;

    #[test]
    fn both_parts_keep_their_places() {
        let all = "Where is it?\r\n---\r\nHi Maria,\r\n---\r\nsoon.\r\n";
        let draft = paste(all).unwrap();
        assert_eq!(&*draft.text, "Hi Maria,\r\n---\r\nsoon.\r\n");
        assert_eq!(place_of(&draft, "soon").line, 5);
        assert_eq!(draft.origin.line(), 3);
        let place = place_of(&draft, "Maria");
        assert_eq!(&all[place.start..place.end], "Maria");
        let customer = draft.customer.as_ref().unwrap();
        assert_eq!(&*customer.text, "Where is it?\r\n");
        let place = draft.place_of_customer(span_of(&customer.text, "is")).unwrap();
        assert_eq!((place.source, place.line, place.column), (None, 1, 7));
    }

    #[test]
    fn a_divider_that_was_autocorrected() {
        assert_eq!(&*paste("Where?\n—-\nHere.").unwrap().text, "Here.");
    }

    #[test]
    fn what_is_missing() {
        let problem = paste("Where is it?\n-- \nsoon").unwrap_err();
        assert_eq!(problem.code, "no-divider");
        assert!(problem.help.is_some());
        assert_eq!(paste("Where?\n---\n \n").unwrap_err().code, "empty");
        assert!(paste("---\nsoon").unwrap().customer.is_none());
    }
}

mod jsonl {
    use super::*;

    #[test]
    fn all_that_is_known_is_read() {
        let line = r#"{"id":"a\u0031","draft":"Hi","customer":"Why?","customer_name":"Bo","agent_name":"Al","channel":"chat","profile":"complaint","extra":[{}]}"#;
        let draft = one("jsonl", line);
        assert_eq!(draft.id, Id::Json(r#""a\u0031""#.into()));
        assert_eq!(&*draft.customer.as_ref().unwrap().text, "Why?");
        assert_eq!(draft.customer_name.as_deref(), Some("Bo"));
        assert_eq!(draft.agent_name.as_deref(), Some("Al"));
        assert_eq!(draft.channel, Some(Channel::Chat));
        assert_eq!(draft.profile.as_deref(), Some("complaint"));
        let place = draft.place_of_customer(Span::new(0, 4)).unwrap();
        assert_eq!((place.source, &line[place.start..place.end]), (None, "Why?"));
    }

    #[test]
    fn attachments_are_counted() {
        let files = |json: &str| {
            one("jsonl", format!(r#"{{"draft":"Hi","attachments":{json}}}"#)).attachments
        };
        assert_eq!(files("[]"), Some(0));
        assert_eq!(files("0"), Some(0));
        assert_eq!(files(r#"["a.pdf", {"name": "b.png"}]"#), Some(2));
        assert_eq!(files("3"), Some(3));
        assert_eq!(files("null"), None);
    }

    #[test]
    fn null_is_absent() {
        let keys =
            ["id", "customer", "customer_name", "agent_name", "channel", "profile", "attachments"];
        let fields = keys.map(|key| format!(r#""{key}":null,"#)).concat();
        let draft = one("jsonl", format!(r#"{{{fields}"draft":"Hi"}}"#));
        assert_eq!(draft.id, Id::Number(1));
        assert!(draft.customer.is_none() && draft.customer_name.is_none());
        assert!(draft.channel.is_none() && draft.profile.is_none());
    }

    #[test]
    fn ids_are_any_scalar() {
        for id in ["17", "-1.50", "\"17\"", "true"] {
            let line = format!(r#"{{"draft":"Hi","id":{id}}}"#);
            assert_eq!(one("jsonl", line).id, Id::Json(id.into()));
        }
    }

    #[test]
    fn escapes_lead_back_to_their_bytes() {
        let line = r#"{"draft": "\u00e9t\u00e9 \ud83d\ude00\"\/\\\n\tok"}"#;
        let draft = one("jsonl", line);
        assert_eq!(&*draft.text, "été 😀\"/\\\n\tok");
        let at = |words| {
            let mapped = draft.origin.to_source(span_of(&draft.text, words));
            assert!(mapped.exact);
            &line[mapped.span.range()]
        };
        assert_eq!(at("été"), r"\u00e9t\u00e9");
        assert_eq!(at("😀"), r"\ud83d\ude00");
        assert_eq!(at("\"/\\"), r#"\"\/\\"#);
        assert_eq!(at("\n\tok"), r"\n\tok");
        let inside = draft.origin.to_source(Span::new(1, 2));
        assert_eq!((&line[inside.span.range()], inside.exact), (r"\u00e9", false));
        let place = place_of(&draft, "ok");
        assert_eq!((place.line, place.column), (1, line.find("ok").unwrap() + 1));
    }

    #[test]
    fn half_a_pair_is_replaced() {
        let line = r#"{"draft":"a\ud83db\ude00c\ud83d\u0041\ud83d"}"#;
        let draft = one("jsonl", line);
        assert_eq!(&*draft.text, "a\u{fffd}b\u{fffd}c\u{fffd}A\u{fffd}");
        let mapped = draft.origin.to_source(span_of(&draft.text, "A"));
        assert_eq!(&line[mapped.span.range()], r"\u0041");
    }

    #[test]
    fn lines_of_the_file_are_counted() {
        let file =
            "\u{feff}{\"draft\":\"one\"}\r\n\r\n  \n{\"draft\":\"é two\"}\r\n{\"draft\":\"three\"}";
        let drafts: Vec<Draft> = read("jsonl", file).into_iter().map(Read::unwrap).collect();
        for (draft, (word, line, column)) in
            drafts.iter().zip([("one", 1, 11), ("two", 4, 13), ("three", 5, 11)])
        {
            let place = place_of(draft, word);
            assert_eq!(&file[place.start..place.end], word);
            assert_eq!((place.line, place.column), (line, column));
            assert_eq!(draft.id, Id::Number(line as u64));
        }
        assert_eq!(drafts.len(), 3);
    }

    #[test]
    fn utf16_is_read_line_by_line() {
        // U+0A0A and U+0A41 hold the byte of a line end.
        let text = "{\"draft\":\"a\u{a0a}\u{a41}\u{410a}\"}\r\n\n{\"draft\":\"two 😀 x\"}\n";
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes = utf16(text, to_bytes);
            let drafts = read("jsonl", bytes.clone());
            assert_eq!(drafts.len(), 2);
            assert_eq!(&*drafts[0].as_ref().unwrap().text, "a\u{a0a}\u{a41}\u{410a}");
            let two = drafts[1].as_ref().unwrap();
            let place = place_of(two, "x");
            assert_eq!(bytes[place.start..place.end], to_bytes(b'x'.into()));
            assert_eq!((place.line, place.column, place.utf16_column), (3, 17, 18));
        }
    }

    #[test]
    fn a_broken_line_does_not_stop_the_others() {
        let mut file = b"{\"draft\":\"one\"}\n{\"draft\":\"secret\" oops}\n".to_vec();
        file.extend(b"{\"draft\":\"caf\xe9\"}\n[\"secret\"]\n{\"draft\":\"a\",\"draft\":\"b\"}\n");
        file.extend(b"{\"draft\":\"secret\n{\"draft\":\"seven\"}\n");
        let all = read("jsonl", file);
        let codes: Vec<_> =
            all.iter().map(|read| read.as_ref().map_or_else(|p| p.code, |_| "ok")).collect();
        let bad = "bad-json";
        assert_eq!(codes, ["ok", bad, "not-utf8", bad, bad, bad, "ok"]);
        for (number, read) in (1..).zip(&all) {
            let Err(problem) = read else { continue };
            assert_eq!(problem.place.unwrap().line, number);
            assert!(!problem.message.contains("secret"));
            assert!(problem.help.is_some());
        }
        assert_eq!(all[1].as_ref().unwrap_err().place.unwrap().column, 19);
    }

    #[test]
    fn a_record_says_what_it_lacks() {
        let lines = [
            r#"{"id":1}"#,
            r#"{"draft":null}"#,
            r#"{"draft":5}"#,
            r#"{"draft":"Hi","customer":["x"]}"#,
            r#"{"draft":"Hi","channel":"fax"}"#,
            r#"{"draft":"Hi","attachments":"none"}"#,
            r#"{"draft":"Hi","attachments":-1}"#,
            r#"{"draft":"Hi","id":{}}"#,
        ];
        for line in lines {
            let problem = fault("jsonl", line);
            assert_eq!(problem.code, "bad-record", "{line}");
            assert!(problem.help.is_some() && problem.place.is_some());
        }
        let problem = fault("jsonl", "\n{\"draft\":\" \\n\"}");
        assert_eq!((problem.code, problem.place.unwrap().line), ("empty", 2));
    }

    #[test]
    fn a_binary_file_is_one_problem() {
        let all = read("jsonl", &b"PK\x03\x04\0\0\n\0\n\0\n"[..]);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].as_ref().unwrap_err().code, "binary");
    }
}

mod chosen {
    use super::*;

    fn name(file: &str, bytes: impl Into<Vec<u8>>) -> &'static str {
        choose(&mut Stream::memory(file, bytes), None).unwrap().name
    }

    #[test]
    fn by_ending_then_by_look() {
        assert_eq!(name("a.b/drafts.JSONL", ""), "jsonl");
        assert_eq!(name("reply.txt", "{\"draft\":\"x\"}"), "text");
        assert_eq!(name("-", "\u{feff}\n{\"draft\":\"x\"}\n"), "jsonl");
        assert_eq!(name("-", utf16("{ \"draft\":\"x\"}\n", u16::to_le_bytes)), "jsonl");
        assert_eq!(name("-", "{name}, hello"), "text");
        assert_eq!(name("-", "{\n  \"macros\": []\n}"), "text");
        assert_eq!(name("-", ""), "text");
        assert!(by_ending("README").is_none());
        let told = choose(&mut Stream::memory("x.txt", ""), find("jsonl"));
        assert_eq!(told.unwrap().name, "jsonl");
    }

    #[test]
    fn what_was_looked_at_is_still_read() {
        let text = "Hello Maria. ".repeat(10_000);
        let mut stream = Stream::memory("-", text.clone());
        let format = choose(&mut stream, None).unwrap();
        let draft = (format.read)(stream, Options::default()).next().unwrap().unwrap();
        assert_eq!(&*draft.text, text);
    }
}

mod maps {
    use super::*;

    #[test]
    fn markup_left_out_is_no_place_to_edit() {
        // `<p>one <b>two</b></p>` read as `one two` and a made-up line end.
        let mut builder = Builder::at(0);
        builder.skip(3);
        builder.copy(4);
        builder.skip(3);
        builder.copy(3);
        builder.skip(8);
        builder.unit(1, 0);
        let map = builder.finish();
        let at = |start, end| {
            let mapped = map.to_source(Span::new(start, end));
            (mapped.span.start, mapped.span.end, mapped.exact)
        };
        assert_eq!(at(0, 4), (3, 7, true));
        assert_eq!(at(4, 7), (10, 13, true));
        assert_eq!(at(0, 7), (3, 13, false));
        assert_eq!(at(4, 8), (10, 21, false));
        assert_eq!(at(4, 4), (10, 10, true));
        assert_eq!(at(90, 99), (21, 21, true));
    }

    #[test]
    fn one_over_another() {
        // `&amp;#33;` is `&#33;` once and `!` twice.
        let mut below = Builder::at(10);
        below.unit(1, 5);
        below.copy(4);
        let mut above = Builder::at(0);
        above.unit(1, 5);
        let map = above.finish().over(below.finish()).over(Map::shift(100));
        let mapped = map.to_source(Span::new(0, 1));
        assert_eq!((mapped.span, mapped.exact), (Span::new(110, 119), true));
        assert_eq!(Map::shift(2).over(Map::shift(3)), Map::shift(5));
    }
}

/// A JSON literal of `text`, each character as plain or escaped as `ways` say.
fn literal(text: &str, ways: &[u8]) -> String {
    let mut literal = String::from('"');
    for (c, way) in text.chars().zip(ways.iter().cycle()) {
        if way % 2 == 0 {
            let plain = serde_json::to_string(&c).unwrap();
            literal.push_str(&plain[1..plain.len() - 1]);
        } else {
            let units = c.encode_utf16(&mut [0; 2]).to_vec();
            literal.extend(units.iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    literal + "\""
}

proptest! {
    #[test]
    fn json_strings_come_back(text in "\\PC{0,150}|[a\\\\\"\n\t/é😀\u{fffd}\u{7f}]{0,20}", ways: [u8; 7]) {
        prop_assume!(!text.trim().is_empty());
        let line = format!("{{\"id\":0,\"draft\" : {}}}", literal(&text, &ways));
        let file = format!("\n{line}\n");
        let draft = one("jsonl", file.clone());
        prop_assert_eq!(&*draft.text, &text);
        for (c, span) in characters(&text) {
            let mapped = draft.origin.to_source(span);
            prop_assert!(mapped.exact);
            let stored = &file[mapped.span.range()];
            let back: char = serde_json::from_str(&format!("\"{stored}\"")).unwrap();
            prop_assert_eq!(back, c);
        }
    }

    #[test]
    fn maps_agree_with_a_table_of_bytes(
        steps in prop::collection::vec((0..4_usize, 0..3_usize, 0..3_usize), 0..120),
        at: prop::sample::Index,
        length in 1..9_usize,
    ) {
        let mut builder = Builder::at(5);
        // For each byte of the text: its unit in the text, and in the source.
        let (mut table, mut source) = (Vec::new(), 5);
        for (same, text, bytes) in steps {
            builder.copy(same);
            for _ in 0..same {
                table.push((table.len()..table.len() + 1, source..source + 1));
                source += 1;
            }
            builder.unit(text, bytes);
            let unit = table.len()..table.len() + text;
            table.extend(vec![(unit, source..source + bytes); text]);
            source += bytes;
        }
        prop_assume!(!table.is_empty());
        let start = at.index(table.len());
        let covered = &table[start..table.len().min(start + length)];
        let ((first, from), (last, to)) = (&covered[0], &covered[covered.len() - 1]);
        let end = start + covered.len();
        let whole = first.start == start && last.end == end;
        let joined = covered.windows(2).all(|two| two[0] == two[1] || two[0].1.end == two[1].1.start);
        let stored = covered.iter().all(|(_, source)| !source.is_empty());
        let mapped = builder.finish().to_source(Span::new(start, end));
        prop_assert_eq!(mapped.span, Span::new(from.start, to.end));
        prop_assert_eq!(mapped.exact, whole && joined && stored);
    }

    #[test]
    fn columns_are_counted_right(text in "[a\né😀\r ]{1,3000}", at: prop::sample::Index) {
        prop_assume!(!text.trim().is_empty());
        let draft = one("text", text.clone());
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let start = *at.get(&ends);
        let place = draft.origin.place(Span::new(start, text.len()));
        let line = text[..start].rsplit('\n').next().unwrap();
        prop_assert_eq!(place.line, text[..start].matches('\n').count() + 1);
        prop_assert_eq!(place.column, line.chars().count() + 1);
        prop_assert_eq!(place.utf16_column, line.encode_utf16().count() + 1);
        prop_assert_eq!((place.start, place.end), (start, text.len()));
    }

    #[test]
    fn no_bytes_panic(bytes: Vec<u8>, mark in 0..4_usize, start: u8, end: u8) {
        let marks: [&[u8]; 4] = [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
        let bytes = [marks[mark], &bytes].concat();
        for format in input::FORMATS {
            for draft in read(format.name, bytes.clone()).into_iter().flatten() {
                let place = draft.origin.place(Span::new(start.into(), end.into()));
                prop_assert!(place.start <= bytes.len() && place.end <= bytes.len());
                prop_assert!(draft.origin.to_source(Span::new(0, usize::MAX)).span.end <= bytes.len());
            }
            let record = [marks[mark], b"{\"draft\":\"a", &bytes, b"\"}"].concat();
            read(format.name, record);
            let _ = choose(&mut Stream::memory("-", bytes.clone()), None);
        }
    }
}
