//! Checksums that tell a card or an identity number from a number that only
//! looks like one.

/// A checksum that a leak can ask for by name.
pub struct Checksum {
    /// The name in rule files.
    pub name: &'static str,
    /// Whether a text passes. Spaces and hyphens do not count.
    pub holds: fn(&str) -> bool,
    /// How many last characters may be shown.
    pub tail: usize,
}

/// The checksums there are.
pub const CHECKSUMS: &[Checksum] = &[
    Checksum { name: "card", holds: card, tail: 4 },
    Checksum { name: "iban", holds: iban, tail: 0 },
    Checksum { name: "luhn", holds: luhn_text, tail: 0 },
    Checksum { name: "nhs", holds: nhs, tail: 0 },
    Checksum { name: "verhoeff", holds: verhoeff, tail: 0 },
    Checksum { name: "tfn", holds: tfn, tail: 0 },
    Checksum { name: "ssn", holds: ssn, tail: 0 },
    Checksum { name: "nino", holds: nino, tail: 0 },
    Checksum { name: "mixed", holds: mixed, tail: 0 },
    Checksum { name: "password", holds: password, tail: 0 },
];

/// The checksum of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Checksum> {
    CHECKSUMS.iter().find(|one| one.name == name)
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// The number that the first `count` digits spell.
fn prefix(digits: &[u32], count: usize) -> u32 {
    digits.iter().take(count).fold(0, |sum, digit| sum * 10 + digit)
}

/// Luhn's sum: cards, Canadian social insurance numbers.
fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != 0)
}

fn luhn_text(text: &str) -> bool {
    luhn(&digits(text))
}

/// First numbers of issuers, and the lengths of their cards: from, to, how
/// many digits are compared, shortest, longest.
const ISSUERS: &[(u32, u32, usize, usize, usize)] = &[
    (4, 4, 1, 13, 13),       // Visa, old
    (4, 4, 1, 16, 16),       // Visa
    (4, 4, 1, 19, 19),       // Visa
    (51, 55, 2, 16, 16),     // Mastercard
    (2221, 2720, 4, 16, 16), // Mastercard
    (34, 34, 2, 15, 15),     // American Express
    (37, 37, 2, 15, 15),     // American Express
    (300, 305, 3, 14, 14),   // Diners Club
    (36, 36, 2, 14, 14),     // Diners Club
    (38, 39, 2, 14, 14),     // Diners Club
    (6011, 6011, 4, 16, 19), // Discover
    (644, 649, 3, 16, 19),   // Discover
    (65, 65, 2, 16, 19),     // Discover, RuPay
    (3528, 3589, 4, 16, 19), // JCB
    (62, 62, 2, 16, 19),     // UnionPay
    (5018, 5020, 4, 13, 19), // Maestro
    (6759, 6763, 4, 13, 19), // Maestro
    (6304, 6304, 4, 13, 19), // Maestro
    (60, 60, 2, 16, 16),     // RuPay
    (508, 508, 3, 16, 16),   // RuPay
    (81, 82, 2, 16, 16),     // RuPay
    (2200, 2204, 4, 16, 19), // Mir
];

/// A card number: an issuer's first digits and length, and Luhn's sum.
fn card(text: &str) -> bool {
    let digits = digits(text);
    let issued = ISSUERS.iter().any(|(from, to, count, shortest, longest)| {
        (*shortest..=*longest).contains(&digits.len())
            && (*from..=*to).contains(&prefix(&digits, *count))
    });
    issued && luhn(&digits)
}

/// Lengths of the account numbers of a country, by its two letters.
const IBAN_LENGTHS: &str = "\
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 \
    EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 \
    IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 \
    NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 \
    TN24 TR26 UA29 VA22 VG24 XK20";

/// An international bank account number: ISO 13616, modulo 97.
fn iban(text: &str) -> bool {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = plain.to_ascii_uppercase();
    let known = plain.get(..2).is_some_and(|country| {
        IBAN_LENGTHS.split_ascii_whitespace().any(|row| {
            row.strip_prefix(country).and_then(|len| len.parse().ok()) == Some(plain.len())
        })
    });
    let rest = plain.chars().skip(4).chain(plain.chars().take(4));
    let sum = rest
        .filter_map(|c| c.to_digit(36))
        .fold(0, |sum, value| (sum * if value > 9 { 100 } else { 10 } + value) % 97);
    known && sum == 1
}

/// Weights times digits.
fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// The number of a patient in England and Wales: ten digits, modulo 11.
fn nhs(text: &str) -> bool {
    let digits = digits(text);
    let sum = weighted(&digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let check = (11 - sum % 11) % 11;
    digits.len() == 10 && check != 10 && digits.last() == Some(&check) && prefix(&digits, 9) != 0
}

/// An Australian tax file number: nine digits, modulo 11.
fn tfn(text: &str) -> bool {
    let digits = digits(text);
    let sum = weighted(&digits, &[1, 4, 3, 7, 5, 8, 6, 9, 10]);
    digits.len() == 9 && sum.is_multiple_of(11) && sum > 0
}

/// A number that the American social security office can have given out.
fn ssn(text: &str) -> bool {
    let digits = digits(text);
    let (area, rest) = (prefix(&digits, 3), digits.get(3..).unwrap_or_default());
    let (group, serial) = (prefix(rest, 2), prefix(rest.get(2..).unwrap_or_default(), 4));
    digits.len() == 9 && area != 0 && area != 666 && area < 900 && group != 0 && serial != 0
}

/// A British national insurance number: two letters that are given out.
fn nino(text: &str) -> bool {
    let head = text.get(..2).unwrap_or_default().to_ascii_uppercase();
    !["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"].contains(&head.as_str())
}

/// The multiplication table of the dihedral group of order ten.
const GROUP: [[u8; 10]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
    [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
    [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
    [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
    [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
    [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];

/// How a digit moves with each place from the right.
const TURN: [usize; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// Verhoeff's sum: Aadhaar numbers of India, which begin with 2 to 9.
fn verhoeff(text: &str) -> bool {
    let digits = digits(text);
    let mut sum = 0;
    for (place, digit) in digits.iter().rev().enumerate() {
        let mut value = *digit as usize;
        for _ in 0..place % 8 {
            value = TURN.get(value).copied().unwrap_or(0);
        }
        sum = usize::from(GROUP.get(sum).and_then(|row| row.get(value)).copied().unwrap_or(0));
    }
    sum == 0 && digits.first().is_some_and(|first| *first >= 2)
}

/// Letters and digits mixed, as in keys and passwords; no plain word.
fn mixed(text: &str) -> bool {
    let has = |kind: fn(&char) -> bool| text.chars().any(|c| kind(&c));
    has(char::is_ascii_digit) && has(char::is_ascii_alphabetic)
}

/// What a sentence has no word for: letters with digits or signs among them,
/// or four digits and more.
fn password(text: &str) -> bool {
    let all_digits = text.len() >= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let inner = text.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = inner.contains(char::is_alphabetic);
    let link = text.contains("://") || text.contains("www.");
    let unit = inner.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    let timed = inner.len() > unit.len() && unit.len() <= 4;
    let signs = inner.contains(['@', '#', '$', '%', '&', '*', '!', '_']);
    all_digits || letters && !link && !timed && (signs || mixed(inner))
}
