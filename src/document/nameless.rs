//! Words that stand where names stand and are none, and the small words that
//! belong to names.

use std::sync::LazyLock;

use crate::document::cue::Words;

/// Words before a name that belong to it. Folded, without full stops.
static TITLES: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    brother capt captain col dame doña dr dra dring drs father fr frau hadji haji herr hon lady \
    lord lt madame md miss mlle mme monsieur mr mrs ms mx pan pani prof professor rabbi rev \
    reverend señor señora sgt shri signor signora sister smt sr sra sri srta",
    )
});

/// Small words inside a name.
static PARTICLES: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    af al av bin bint binti da dal das de dei del della den der di do dos du e el ibn la las le \
    los ní o ten ter und van von y zu zum zur",
    )
});

/// Words that mark an organisation, a role or a place: no part of a name.
static ORGANISATIONS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    academy account accountant accounts admin administration administrator admissions adviser \
    advisor agency agent airlines airways analyst app assistant associates authority avenue bakery \
    bank billing board booking bookings bot branch broadband buchhaltung business buyer bv cafe \
    care center centre ceo chair charity claims clerk clinic club co collections college committee \
    company complaints compliance concierge consultant coordinator corp council customer customers \
    deliveries delivery dental department dept desk director dispatch engineer engineering \
    enquiries executive experience facilities finance florist florists flowers foundation founder \
    garage gmbh group guest gym head helpdesk helpline holdings hospice hospital hotel hotline hr \
    inc insurance international it kundenservice landscapes lead legal lettings library limited \
    llc llp logistics ltd maintenance management manager marketing member ministry motoring motors \
    office officer operations ops orders owner parish partners passenger payroll pharmacy plc \
    practice procurement projects pty purchase purchasing reception receptionist recruitment \
    policyholder cardholder leaseholder shareholder householder homeowner ticketholder taxpayer patient \
    parent guardian traveller traveler donor applicant supporter shopper viewer landlord \
    relations relationship rentals repairs representative representatives reservations resident \
    restaurant returns road room sales salon school security service services shop society \
    solutions spa specialist staff store street student studio subscriber success supervisor \
    supplier support supportbot surgery systems team technician technologies telecom tenant \
    textiles ticketing tours treasurer trust university user vets warden warehouse workshop",
    )
});

/// Words that stand where names stand and are none. Folded.
static COMMON: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "\
    a about absolutely accepted account actually after afternoon again ah all almost already \
    alright also although always am an and another any anyone anyway apologies appalling \
    apparently appreciated assist assistance attention are as asap at awaiting awesome awful babe back bad based basically \
    because before best better boss both bravo brilliant bro brother btw bud buddy but by bye \
    can cancel cancelled cheers chief clearly closed colleague colleagues come confirmed congrats \
    congratulations correct could currently customer dad damn dear dearest december delivered \
    disappointed disappointing disgraceful disgusted disgusting do does done dont dude each either \
    english even evening ever every everybody everyone everything exactly excellent fair fantastic \
    february fella finally fine first fixed folks for friday friend friends from frustrated \
    frustrating fyi gentlemen get girls good goodbye gracias great greetings guys ha haha \
    happy have he hello help helpful hence her here hey hi him his holder honestly hope hopefully \
    horrible how however hun i idk if ill im immediately in indeed instead interesting into is it \
    its ive january joke july just kind kindest kindly ladies lads last lastly lately later legend \
    like literally lmao lol love lovely luckily luv maam madam many mate maybe me mean meanwhile \
    member merci mine mom monday more moreover morning much mum my nah naturally need neighbour \
    nevertheless next nice night no nobody none nope not nothing november now obviously october of \
    off oh ok okay on once one only oops open or order otherwise ouch our out over pal pardon \
    partner patient people perfect perhaps personally please plus possibly previously probably \
    quickly quote re really received recently refund regarding regards resolved respected \
    ridiculous right sad sadly same saturday second seeing september seriously shame she shocking \
    shopper should sick similarly simply since sincerely sir sirs sis smh so some somebody someone \
    sometimes soon sorry sorted specifically still stop such sunday super supposedly sure ta \
    terrible thank thankfully thanking thanks that thats the their them then there therefore these \
    they third this those though thursday to today together tomorrow tonight too totally traveller \
    true truly tuesday twice two ty typical tysm um unacceptable unbelievable understood \
    unfortunately unless until up update urgent urgently us useless usually valued very visitor \
    waiting was we wednesday welcome well were what whatever when where whether which while who \
    whoever why wishes with within without wonderful worst would wow wrong thx tnx thnx thanx tks pls plz u ur ily youve \
    youre weve theyve theyre dont cant wont didnt isnt wasnt whats lets hes shes theres heres id \
    wed youll itll hasnt havent doesnt wouldnt couldnt hopeful glad link lot yay yeah yep yes \
    yesterday yet yo you your yours yup regard jazakallah shukran diolch salamat mahalo aloha dank dankie \
    arigato hvala tak kiitos dziękuję dziekuje shukriya dhanyavaad dhanyawad asante köszönöm aciu paldies \
    efharisto spasibo mulțumesc multumesc xiexie wassalam mabuhay vinaka",
    )
});

/// Ends of words that are qualities, not names.
const ENDINGS: &[&str] =
    &["able", "ful", "ible", "less", "ment", "ness", "ously", "tion", "ious", "ingly"];

/// Whether the folded word cannot be a name by itself.
#[must_use]
pub fn is_common(low: &str) -> bool {
    COMMON.has(low) || is_organisation(low) || ENDINGS.iter().any(|end| low.ends_with(end))
}

/// Whether the folded word marks an organisation or a role.
#[must_use]
pub fn is_organisation(low: &str) -> bool {
    ORGANISATIONS.has(low)
}

/// Whether the folded word, without its full stop, is a title: "Mrs", "Dr".
#[must_use]
pub fn is_title(low: &str) -> bool {
    TITLES.has(low)
}

/// Whether the folded word is a small word inside names: "van", "de la".
#[must_use]
pub fn is_particle(low: &str) -> bool {
    PARTICLES.has(low)
}

/// Whether the folded word is one of the language: no name in any position.
#[must_use]
pub fn is_plain(low: &str) -> bool {
    COMMON.has(low)
}
