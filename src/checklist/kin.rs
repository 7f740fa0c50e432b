//! Words that mean the same in support mail, and words without content. An
//! agent who says back "the washing machine never showed up" has heard "nobody
//! brought my washer", and only these tables tell.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::words::{Word, stem};

/// Words of one meaning, the one that stands for them first; a group ends with a
/// semicolon. Two words make a pair (`money back`).
const KIN: &str = "\
    refund, money back, reimburse, reimbursement, give back, paid back, went back;
    charge, bill, billed, invoice, took, taken, debited, debit, deducted, charged;
    fee, surcharge, penalty;
    price, cost, rate, tariff, premium, fare, quoted, quote, quotation;
    pay, paid, payment, paying;
    free, complimentary, no charge, at no;
    discount, code, promo, coupon;
    deposit, bond;
    salary, wage, wages, pay packet, paid leave, unpaid;
    cheap, cheaper, less;
    parcel, package, box, delivery, deliver, delivered, shipment, ship, shipping, shipped, \
    courier, order;
    arrive, came, come, coming, turn up, turned up, showed up, show up, receive, received, \
    reach, get here, landed, land;
    send, sent, post, mail, dispatch, despatch, posted, mailed;
    collect, pick up, picked up, collection, pickup;
    return, send back, sent back, take back, bring back, sending back, returned;
    replace, replacement, exchange, swap, new one, another one, change;
    missing, lost, disappeared, vanished, gone;
    broken, broke, crack, cracked, damage, damaged, snapped, faulty, fault, defective, \
    smashed, ruined, torn, split, pieces;
    fix, mend, repair, sort, sorted, resolve, solve;
    work, working, function, run;
    leak, drip, leaking, flood, flooded;
    wrong, incorrect, mistake, error;
    stock, available, availability, in stock;
    size, fit, large, small, medium;
    colour, color, shade;
    warranty, guarantee, cover, covered, guaranteed;
    new, brand;
    full, fill, filled;
    fuse, electrics, electric, electrical;
    max, maximum, top;
    mother, mum, mom, mam;
    father, dad;
    kid, child, children, little girl, little boy, girl, boy, little one, little ones, kids, son, daughter, newborn, baby, toddler;
    wife, husband, partner, spouse;
    engineer, technician, fitter, plumber, workman, contractor, tradesman;
    driver, courier;
    staff, colleague, agent, employee;
    cancel, called off, call off, cancellation, cancelled;
    book, booking, reservation, reserve, reserved, booked;
    appointment, check up, checkup, slot, visit;
    move, reschedule, rescheduled, moved, shift, transfer, relocate;
    ring, phone, call, telephone, rang, phoned, called, hold;
    email, mail, write, wrote, written;
    answer, reply, response;
    wait, waiting, waited, queue, stayed in, stay in, hang about;
    late, delay, delayed, overdue, behind;
    tell, told, say, said;
    promise, promised, assured;
    sleep, slept, awake, asleep;
    teach, lesson, class, teaching, course, classes;
    job, works, employment;
    moving, house move, new place;
    stop, end, finish, cease;
    start, begin, began, begun;
    open, opening;
    close, shut, closed;
    eat, breakfast, meal, food, dinner, lunch;
    buy, bought, purchase;
    extend, extension, renew, renewal;
    upgrade, upgrading;
    enter, come in, get in, access, admission;
    lend, loan, borrow;
    leave, left;
    stay, accommodation, staying;
    join, enrol, sign up, enroll, register;
    login, log in, sign in, password, logged;
    internet, connection, broadband, wifi, online;
    bike, bicycle, cycle;
    car, vehicle, ute, van;
    plane, flight, fly, flying, flew;
    coach, bus;
    holiday, vacation, trip, travel;
    luggage, bag, suitcase, baggage, case;
    seat, row;
    room, suite;
    flat, apartment;
    sofa, couch, settee;
    tv, telly, television;
    fridge, refrigerator;
    fan, extractor, hum, hums;
    washing machine, washer;
    picture, photo, photograph, image;
    toilet, loo, bathroom, restroom;
    park, parking, car park;
    document, form, paperwork;
    boot, shoe;
    glasses, lens, lenses, spectacles, specs;
    medicine, tablet, prescription, medication, bottle;
    party, function, engagement;
    lift, elevator;
    manual, instruction, guide;
    heat, heating, boiler, hot water;
    mould, mold, damp;
    address, postcode;
    contract, agreement, tenancy;
    member, membership;
    subscription, plan;
    error, bug, crash;
    day, daily;
    week, weekly;
    month, monthly;
    year, yearly, annual, annually;
    fall, fell, fallen;
    die, died, dead, death, passed away;
    steal, stole, stolen, theft;
    freeze, froze, frozen;
    choose, chose, chosen, choice;
    drive, drove, driven;
    build, built;
    burn, burnt;
    sell, sold;
    grow, grew, grown;
    throw, threw, thrown;
    wear, wore, worn;
    hide, hid, hidden;
    bring, brought;
    light, lamp, streetlight, bulb;
    scan, scanned;
    evening, tonight, night;
    morning, dawn;
    wednesday, midweek, wed, weds;
    saturday, weekend, sat;
    monday, mon;
    tuesday, tue, tues;
    thursday, thu, thur, thurs;
    friday, fri;
    sunday, sun;
    1, first, once, 1st;
    2, two, twice, second, both, double, two times, pair, couple;
    3, three, third, thrice, three times;
    4, four, fourth;
    5, five, fifth;
    6, six, sixth;
    7, seven, seventh;
    8, eight, eighth;
    9, nine, ninth;
    10, ten, tenth;
    11, eleven;
    12, twelve, dozen;
    14, fourteen, fortnight;
    15, fifteen;
    20, twenty;
    30, thirty;
    40, forty;
    50, fifty;
    60, sixty;
    70, seventy;
    80, eighty;
    90, ninety";

/// Words that say nothing by themselves.
const EMPTY: &str = "a about above after again all almost also although always am an and any anybody \
    anyone anything are around as ask asked asking at away back be because been before being below best \
    better between but by can cannot cant could couldn d dear did didn do does doesn doing don done down \
    each either else enough even ever every everything few find fine for from further get gets getting \
    give given go goes going good got great had hadn happen happened hard has hasn have haven having he \
    hello help her here hers hey hi him himself his how however i if in instead into is isn it its itself \
    just keep kind kindly know known last least let like little ll look looking lot m made make making \
    many matter may maybe me mean might mine more most much must my myself name need needed needs never \
    next nice no nobody none nor not nothing now of off ok okay old on one only or other our ours out over \
    own per perhaps please pls possible put question quite rather re really regarding regards right s \
    same see seem seen several shall she should shouldn since so some somebody someone something soon \
    still such sure t take tell than thank thanks that the their them then there these they thing things \
    think this those though through till time times to today together told too tried try trying under \
    until up upon us use used using ve very want wanted wants was wasn way we well went were weren what \
    whatever when where whether which while who whom whose why will wish with within without won wonder \
    wondering would wouldn y yes yet you your yours yourself u ur r ready im ive id dont sir madam team regard \
    yours sincerely cheers mr mrs ms miss dr";

/// Each word or pair of [`KIN`] behind the word that stands for it.
fn members() -> impl Iterator<Item = (&'static str, &'static str)> {
    KIN.split(';').flat_map(|group| {
        let mut words = group.split(',').map(str::trim);
        let first = words.clone().next().unwrap_or_default();
        std::iter::from_fn(move || words.next().map(|word| (first, word)))
    })
}

static SAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut same = HashMap::new();
    for (first, word) in members() {
        same.entry(word.to_owned()).or_insert(first);
        if !word.contains(' ') {
            same.entry(stem(word)).or_insert(first);
        }
    }
    same
});

static PAIRS: LazyLock<HashMap<(&'static str, &'static str), &'static str>> = LazyLock::new(|| {
    let pairs = members().filter_map(|(first, pair)| Some((pair.split_once(' ')?, first)));
    // The first group that has a pair keeps it.
    let mut all: Vec<_> = pairs.collect();
    all.reverse();
    all.into_iter().collect()
});

static NOTHING: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| EMPTY.split_ascii_whitespace().collect());

/// The word that stands for this one, when it has kin.
pub(super) fn of(word: &str) -> Option<&'static str> {
    SAME.get(word).copied()
}

/// Whether a word has no content of its own.
pub(super) fn is_empty(word: &str) -> bool {
    NOTHING.contains(word)
}

/// Gives two neighbouring words that mean one thing their common key.
pub(super) fn join_pairs(words: &mut [Word]) {
    for at in 1..words.len() {
        let (Some(left), Some(right)) = (words.get(at - 1), words.get(at)) else {
            continue;
        };
        let Some(first) = PAIRS.get(&(left.plain.as_str(), right.plain.as_str())) else {
            continue;
        };
        let first = (*first).to_owned();
        if let Some(right) = words.get_mut(at) {
            right.key = first;
        }
        if let Some(left) = words.get_mut(at - 1) {
            left.key = String::new();
        }
    }
}
