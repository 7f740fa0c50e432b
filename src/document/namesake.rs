//! Whether two names can be one person's: nicknames, initials, spellings.
//!
//! It is asked before somebody is told that a reply greets the wrong customer,
//! so that every doubt is in favour of the name.

use super::name;

/// Short forms that do not begin like the name, one name a row.
const NICKNAMES: &[&str] = &[
    "william bill billy will willie liam",
    "robert bob bobby rob robbie bert",
    "richard dick rick rich ricky",
    "james jim jimmy jamie jem",
    "john jack johnny jon ian sean juan",
    "edward ted ned eddie teddy ed",
    "theodore ted teddy theo",
    "henry harry hank hal",
    "charles chuck charlie chas carlos",
    "margaret peggy maggie meg greta rita daisy madge",
    "elizabeth liz beth betty lizzie libby eliza elsie lisa bess",
    "katherine catherine kate kathy cathy kitty kat katie kay trina",
    "mary molly polly mae maria marie maureen",
    "dorothy dot dolly dora",
    "anthony tony ant antonio",
    "alexander alexandra sandy sasha alex lex xander sandra aleksandr",
    "joseph joe jose pepe josef",
    "francis frances frank fran francisco paco pancho",
    "christopher kit topher chris",
    "sarah sally sadie sara",
    "susan sue suzy susie suzanne",
    "rebecca becky bex becca",
    "patricia patrick pat paddy tricia trish patsy",
    "michael mike mick mickey misha miguel mikey",
    "andrew drew andy",
    "lawrence laurence larry lars lorenzo",
    "gerald jerry gerry geraldine",
    "abigail gail abby",
    "isabella bella izzy isabel belle",
    "eleanor nell nellie ellie nora helen helena elena lena",
    "victoria vicky tori vikki",
    "deborah debbie debs",
    "jennifer jenny jen jenna",
    "jessica jess jessie",
    "penelope penny nell",
    "ronald ron ronnie",
    "stephen steven steve stevie stefan esteban",
    "nicholas nick nicky klaus nicolas nico",
    "samuel samantha sam sammy",
    "antoinette toni nettie annette",
    "wilhelmina mina billie",
    "virginia ginny ginger",
    "florence flo flossie",
    "millicent emily emilia milly millie em",
    "harriet hattie harri",
    "philip philippa pip phil felipe",
    "walter wally walt",
    "archibald archie baldie",
    "sebastian seb bas basti",
    "ignacio nacho",
    "jesus chuy",
    "guadalupe lupe",
    "dmitri dima dmitry",
    "vladimir vova volodya",
    "yevgeny evgeny zhenya eugene gene",
    "aleksey alexei alyosha",
    "mohammed muhammad mohamed mo md ahmed",
    "johannes hans jan jens hannes",
    "friedrich fritz frederick fred freddie",
    "augustine gus augustus",
    "beatrice trixie bea",
    "leonard len lenny leo",
    "rosemary rose romy",
    "rosalind roz ros",
    "zachary zac zak",
    "jacqueline jackie jacqui",
    "geoffrey jeffrey jeff geoff",
    "josephine josie jo fifi",
];

/// Whether `called` is clearly not how somebody named `full` is called. Where
/// a name is an initial, a nickname, a spelling of the other, or in another
/// script, it is not clear.
#[must_use]
pub fn differs(called: &str, full: &str) -> bool {
    let (called, full) = (name::words(called), name::words(full));
    let told = |words: &[String]| !words.is_empty() && words.iter().all(|word| is_plain(word));
    let akin = called.iter().any(|one| full.iter().any(|other| may_be_one(one, other)));
    told(&called) && told(&full) && !akin
}

/// Letters of the Latin script and nothing else: no address, no user's number.
fn is_plain(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '\u{DF}'..='\u{24F}'))
}

fn may_be_one(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let initial = short.chars().count() <= 1 && long.starts_with(short);
    let begins = long.starts_with(short) && short.len() >= 2;
    let head = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count() >= 4;
    let slips = if long.chars().count() < 5 { 1 } else { 2 };
    let spelt = strsim::osa_distance(one, other) <= slips;
    let known = |row: &&str| {
        let mut names = row.split(' ');
        names.clone().any(|name| name == one) && names.any(|name| name == other)
    };
    initial || begins || head || spelt || NICKNAMES.iter().any(known)
}
