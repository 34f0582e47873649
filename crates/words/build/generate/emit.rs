//! Writes the Rust of the message functions.

use std::fmt::Write as _;

use super::FIRST;
use super::check::Argument;
use super::message::{Arm, Choice, Mark, Piece, When, shown};
use super::weave::{Said, Woven};

/// Writing to a string cannot fail; said once.
const FINE: &str = "writing to a string cannot fail";

/// The whole file.
pub fn emit(woven: &Woven) -> String {
    let mut code = String::new();
    languages(&mut code, &woven.tags);
    tables(&mut code, woven);
    reviews(&mut code, woven);
    code.push_str("impl Words {\n");
    let mut row = 0_usize;
    for said in &woven.messages {
        heading(&mut code, said);
        if said.arguments.is_empty() {
            let name = function(&said.key);
            writeln!(
                code,
                "pub fn {name}(self) -> &'static str {{ TEXTS[{row}][self.lang.index()] }}"
            )
            .expect(FINE);
            row += 1;
        } else {
            with_arguments(&mut code, said, &woven.tags);
        }
    }
    code.push_str("}\n");
    code
}

/// The name of a message's function.
fn function(key: &str) -> String {
    key.replace('-', "_")
}

/// The name of a language in Rust: `Cy`.
fn variant(tag: &str) -> String {
    tag.split('-')
        .map(|part| part[..1].to_uppercase() + &part[1..].to_lowercase())
        .collect()
}

/// The languages, one for each folder.
fn languages(code: &mut String, tags: &[String]) {
    code.push_str("/// A language the messages are written in: one for each folder of `locales/`.\n");
    code.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum Lang {\n");
    for tag in tags {
        writeln!(code, "/// The messages of `locales/{tag}`.\n{},", variant(tag)).expect(FINE);
    }
    code.push_str("}\nimpl Lang {\n/// Every language, the one the messages are first written in first.\n");
    let all: Vec<_> = tags.iter().map(|tag| format!("Self::{}", variant(tag))).collect();
    writeln!(code, "pub const ALL: &'static [Self] = &[{}];", all.join(", ")).expect(FINE);
    code.push_str(
        "/// Its tag (BCP 47), for `lang` and `hreflang`.\npub const fn tag(self) -> &'static str { match self {\n",
    );
    for tag in tags {
        writeln!(code, "Self::{} => {tag:?},", variant(tag)).expect(FINE);
    }
    code.push_str("} }\n}\n");
}

/// The messages without arguments, by key and by language.
fn tables(code: &mut String, woven: &Woven) {
    let plain: Vec<_> = woven.messages.iter().filter(|said| said.arguments.is_empty()).collect();
    code.push_str("/// The keys of the messages without arguments, sorted.\npub static KEYS: &[&str] = &[\n");
    for said in &plain {
        writeln!(code, "{:?},", said.key).expect(FINE);
    }
    code.push_str("];\n/// The same messages: a row for each key, a column for each language.\n");
    writeln!(code, "static TEXTS: &[[&str; {}]] = &[", woven.tags.len()).expect(FINE);
    for said in &plain {
        let texts: Vec<_> = said
            .texts
            .iter()
            .map(|pieces| format!("{:?}", plain_text(pieces)))
            .collect();
        writeln!(code, "[{}],", texts.join(", ")).expect(FINE);
    }
    code.push_str("];\n");
}

/// The text of a message that has no arguments.
fn plain_text(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Place(_) | Piece::Count(_) | Piece::Refer(_) | Piece::Choice(_) => "",
        })
        .collect()
}

/// What there is to review: every message of every language but the first.
fn reviews(code: &mut String, woven: &Woven) {
    code.push_str(
        "/// Every translated message and how far its checking has come, by file and in the order of the keys.\n",
    );
    code.push_str("static REVIEWS: &[Review] = &[\n");
    for (column, tag) in woven.tags.iter().enumerate().skip(1) {
        let mut rows: Vec<_> = woven.messages.iter().collect();
        rows.sort_by(|a, b| (&a.word, &a.key).cmp(&(&b.word, &b.key)));
        for said in rows {
            let state = match &said.marks[column] {
                Mark::Draft => "State::Draft".to_owned(),
                Mark::Term => "State::Term".to_owned(),
                Mark::Reviewed { by, on } => {
                    format!("State::Reviewed {{ by: {by:?}, on: {on:?} }}")
                }
            };
            writeln!(
                code,
                "Review {{ lang: Lang::{}, file: {:?}, key: {:?}, en: {:?}, text: {:?}, state: {state} }},",
                variant(tag),
                said.word,
                said.key,
                shown(&said.texts[0]),
                shown(&said.texts[column]),
            )
            .expect(FINE);
        }
    }
    code.push_str("];\n");
}

/// The doc comment of a message: what it says in the first language, and where it is written.
fn heading(code: &mut String, said: &Said) {
    let text = shown(&said.texts[0]).replace('`', "'");
    writeln!(
        code,
        "/// `{text}`\n///\n/// Written in `locales/{FIRST}/{}.ftl`.",
        said.word
    )
    .expect(FINE);
}

/// A message that is told something.
fn with_arguments(code: &mut String, said: &Said, tags: &[String]) {
    let listed: Vec<_> = said
        .arguments
        .iter()
        .map(|argument| format!("{}: {}", argument.name, if argument.count { "u64" } else { "&str" }))
        .collect();
    writeln!(
        code,
        "pub fn {}(self, {}) -> String {{",
        function(&said.key),
        listed.join(", ")
    )
    .expect(FINE);
    let longest = said.texts.iter().map(|pieces| length(pieces)).max().unwrap_or(0);
    let mut room = longest.to_string();
    for argument in said.arguments.iter().filter(|argument| !argument.count) {
        write!(room, " + {}.len()", argument.name).expect(FINE);
    }
    writeln!(code, "let mut out = String::with_capacity({room});").expect(FINE);
    let mut bodies: Vec<(String, Vec<String>)> = Vec::new();
    for (pieces, tag) in said.texts.iter().zip(tags) {
        let body = body(pieces, &said.arguments);
        match bodies.iter_mut().find(|(other, _)| *other == body) {
            Some((_, variants)) => variants.push(format!("Lang::{}", variant(tag))),
            None => bodies.push((body, vec![format!("Lang::{}", variant(tag))])),
        }
    }
    if let [(body, _)] = bodies.as_slice() {
        code.push_str(body);
    } else {
        code.push_str("match self.lang {\n");
        for (body, variants) in &bodies {
            writeln!(code, "{} => {{\n{body}}}", variants.join(" | ")).expect(FINE);
        }
        code.push_str("}\n");
    }
    code.push_str("out\n}\n");
}

/// The most bytes the words of a message take, with eight for each number.
fn length(pieces: &[Piece]) -> usize {
    let one = |piece: &Piece| match piece {
        Piece::Text(text) => text.len(),
        Piece::Count(_) => 8,
        Piece::Place(_) | Piece::Refer(_) => 0,
        Piece::Choice(choice) => choice.arms.iter().map(|arm| length(&arm.pieces)).max().unwrap_or(0),
    };
    pieces.iter().map(one).sum()
}

/// The statements that write the pieces to `out`.
fn body(pieces: &[Piece], arguments: &[Argument]) -> String {
    let counted = |name: &str| arguments.iter().any(|argument| argument.name == name && argument.count);
    let mut code = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                let mut letters = text.chars();
                match (letters.next(), letters.next()) {
                    (Some(only), None) => writeln!(code, "out.push({only:?});").expect(FINE),
                    _ => writeln!(code, "out.push_str({text:?});").expect(FINE),
                }
            }
            Piece::Place(name) | Piece::Count(name) if counted(name) => {
                writeln!(code, "self.push_number(&mut out, {name});").expect(FINE);
            }
            Piece::Place(name) => writeln!(code, "out.push_str({name});").expect(FINE),
            Piece::Choice(choice) => chosen(&mut code, choice, arguments, counted(&choice.by)),
            Piece::Count(_) | Piece::Refer(_) => {}
        }
    }
    code
}

/// A choice, as a chain of conditions: exact numbers first, then forms or words; equal texts are joined.
fn chosen(code: &mut String, choice: &Choice, arguments: &[Argument], counted: bool) {
    let by = &choice.by;
    let otherwise = choice
        .arms
        .iter()
        .find(|arm| arm.default)
        .map_or(String::new(), |arm| body(&arm.pieces, arguments));
    let mut exact: Vec<(String, Vec<String>)> = Vec::new();
    let mut named: Vec<(String, Vec<String>)> = Vec::new();
    let join = |list: &mut Vec<(String, Vec<String>)>, arm: &Arm, pattern: String| {
        let body = body(&arm.pieces, arguments);
        match list.iter_mut().find(|(other, _)| *other == body) {
            Some((_, patterns)) => patterns.push(pattern),
            None => list.push((body, vec![pattern])),
        }
    };
    for arm in choice.arms.iter().filter(|arm| !arm.default) {
        match &arm.when {
            When::Exactly(number) => join(&mut exact, arm, number.to_string()),
            When::Named(name) if counted => join(&mut named, arm, format!("PluralCategory::{}", variant(name))),
            When::Named(name) => join(&mut named, arm, format!("{name:?}")),
        }
    }
    named.retain(|(body, _)| *body != otherwise);
    if exact.is_empty() && named.is_empty() {
        code.push_str(&otherwise);
        return;
    }
    let asks_form = counted && !named.is_empty();
    if asks_form {
        writeln!(code, "{{ let form = self.lang.plural({by});").expect(FINE);
    }
    let subject = if counted { "form" } else { by };
    for (body, numbers) in &exact {
        write!(code, "if {} {{\n{body}}} else ", test(by, numbers)).expect(FINE);
    }
    for (body, names) in &named {
        write!(code, "if {} {{\n{body}}} else ", test(subject, names)).expect(FINE);
    }
    writeln!(code, "{{\n{otherwise}}}{}", if asks_form { "}" } else { "" }).expect(FINE);
}

/// Whether a value is one of some.
fn test(subject: &str, patterns: &[String]) -> String {
    match patterns {
        [only] => format!("{subject} == {only}"),
        several => format!("matches!({subject}, {})", several.join(" | ")),
    }
}
