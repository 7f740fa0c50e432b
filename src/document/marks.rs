//! What can stand between two words, as bits.

/// A comma.
pub const COMMA: u16 = 1;
/// The end of a sentence.
pub const STOP: u16 = 1 << 1;
/// A mark that ends a clause: a semicolon, a colon, a dash, a bracket.
pub const CLAUSE: u16 = 1 << 2;
/// A quotation mark.
pub const QUOTE: u16 = 1 << 3;
/// A line end that is not just a wrapped line.
pub const LINE: u16 = 1 << 4;
/// A blank line, or the border of the text.
pub const PARA: u16 = 1 << 5;
/// A question mark.
pub const QUESTION: u16 = 1 << 6;
/// An exclamation mark.
pub const EXCLAIM: u16 = 1 << 7;
/// A full stop, also of an abbreviation.
pub const PERIOD: u16 = 1 << 8;
/// A colon.
pub const COLON: u16 = 1 << 9;
/// A semicolon.
pub const SEMICOLON: u16 = 1 << 10;
/// The start of a list item.
pub const BULLET: u16 = 1 << 11;
/// Inside one written word: the "not" of `can't`.
pub const JOINED: u16 = 1 << 12;
/// Where a sentence begins, a greeting or handle aside. On the word itself.
pub const START: u16 = 1 << 13;
/// A quotation mark that opens.
pub const OPEN: u16 = 1 << 14;

/// What a phrase does not cross unless it says so.
pub const BLOCKING: u16 = COMMA | STOP | CLAUSE | LINE | PARA | BULLET;

/// What ends a clause.
pub const CLAUSE_END: u16 = COMMA | STOP | CLAUSE | LINE | PARA;

/// What begins a sentence at the word that follows.
pub const SENTENCE: u16 = STOP | LINE | PARA | BULLET;

/// The bits of a mark that stands alone.
#[must_use]
pub const fn of(mark: char) -> Option<u16> {
    Some(match mark {
        ',' | '،' | '、' => COMMA,
        '.' | '。' => STOP | PERIOD,
        '?' | '؟' | '？' => STOP | QUESTION,
        '!' | '！' => STOP | EXCLAIM,
        '…' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '—' | '–' | '|' => CLAUSE,
        ':' | '：' => CLAUSE | COLON,
        ';' | '；' => CLAUSE | SEMICOLON,
        '“' | '«' | '„' => QUOTE | OPEN,
        '”' | '»' | '‘' | '’' | '‹' | '›' => QUOTE,
        '•' | '·' | '‣' => BULLET,
        '*' | '_' | '`' | '~' | '<' | '>' | '\\' | '^' | '=' | '+' | '%' | '&' | '#' | '@'
        | '$' | '"' | '\'' | '¡' | '¿' => 0,
        _ => return None,
    })
}
