//! Reads one message file with Fluent's own parser and keeps the part of the language we use.

use fluent_syntax::ast::{Comment, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::{ast, parser, unicode};

use super::Source;
use super::message::{Arm, Choice, Mark, Message, Piece, When};

/// A file and its messages, in the order they are written.
pub struct File {
    /// The language.
    pub tag: String,
    /// The word of the file.
    pub word: String,
    /// The file, for saying where a fault is.
    pub path: String,
    /// Its messages.
    pub messages: Vec<Message>,
}

/// Reads a file; what is wrong in it is added to `faults`.
pub fn read(source: &Source, faults: &mut Vec<String>) -> File {
    let path = source.path();
    let resource = match parser::parse(source.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let before = source.text.get(..error.pos.start).unwrap_or(&source.text);
                let line = before.matches('\n').count() + 1;
                faults.push(format!("{path} line {line}: this is not Fluent: {}", error.kind));
            }
            resource
        }
    };
    let prefix = format!("{}-", source.word.replace('_', "-"));
    let mut messages: Vec<Message> = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => match one(message, &path, &prefix) {
                Ok(message) if messages.iter().any(|other| other.key == message.key) => {
                    faults.push(format!("{path}: `{}` is written twice", message.key));
                }
                Ok(message) => messages.push(message),
                Err(fault) => faults.push(fault),
            },
            Entry::Term(term) => {
                faults.push(format!(
                    "{path}: `-{}` is a Fluent term; write a message instead",
                    term.id.name
                ));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    File {
        tag: source.tag.clone(),
        word: source.word.clone(),
        path,
        messages,
    }
}

fn one(message: &ast::Message<&str>, path: &str, prefix: &str) -> Result<Message, String> {
    let key = message.id.name;
    if !key.starts_with(prefix) || key.len() == prefix.len() {
        return Err(format!(
            "{path}: `{key}` must begin with `{prefix}`, the word of its file"
        ));
    }
    if key
        .chars()
        .any(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
    {
        return Err(format!(
            "{path}: `{key}` may hold only small letters, digits and hyphens"
        ));
    }
    if !message.attributes.is_empty() {
        return Err(format!(
            "{path}: `{key}` has attributes; write each as a message of its own"
        ));
    }
    let Some(pattern) = &message.value else {
        return Err(format!("{path}: `{key}` says nothing"));
    };
    let pieces = pieces(pattern).map_err(|fault| format!("{path}: `{key}` {fault}"))?;
    let mark = mark(message.comment.as_ref()).map_err(|fault| format!("{path}: `{key}` {fault}"))?;
    Ok(Message {
        key: key.to_owned(),
        pieces,
        mark,
    })
}

/// Reads the lines just above a message: `# term`, `# reviewed: who, 2026-11-21`, or a note for translators.
fn mark(comment: Option<&Comment<&str>>) -> Result<Mark, String> {
    let mut mark = Mark::Draft;
    for line in comment.into_iter().flat_map(|comment| &comment.content) {
        if line.trim() == "term" {
            mark = Mark::Term;
        }
        if let Some(rest) = line.trim().strip_prefix("reviewed:") {
            let wanted = "has a `# reviewed:` line that is not `# reviewed: who, 2026-11-21`";
            let (by, on) = rest.rsplit_once(',').ok_or(wanted)?;
            let (by, on) = (by.trim(), on.trim());
            let digits = on.chars().all(|c| c.is_ascii_digit() || c == '-');
            if by.is_empty() || on.len() != 10 || !digits || on.split('-').count() != 3 {
                return Err(wanted.to_owned());
            }
            return Ok(Mark::Reviewed {
                by: by.to_owned(),
                on: on.to_owned(),
            });
        }
    }
    Ok(mark)
}

fn pieces(pattern: &Pattern<&str>) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => pieces.push(Piece::Text((*value).to_owned())),
            PatternElement::Placeable { expression } => pieces.push(placed(expression)?),
        }
    }
    Ok(pieces)
}

fn placed(expression: &Expression<&str>) -> Result<Piece, String> {
    match expression {
        Expression::Inline(inline) => placed_inline(inline),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("chooses by something that is not an argument; write `{ $name -> …`".to_owned());
            };
            let mut arms = Vec::new();
            for variant in variants {
                let when = match &variant.key {
                    VariantKey::Identifier { name } => When::Named((*name).to_owned()),
                    VariantKey::NumberLiteral { value } => {
                        let number = value
                            .parse()
                            .map_err(|_| format!("has [{value}], which is not a whole number"))?;
                        When::Exactly(number)
                    }
                };
                arms.push(Arm {
                    when,
                    default: variant.default,
                    pieces: pieces(&variant.value)?,
                });
            }
            Ok(Piece::Choice(Choice {
                by: argument(id.name)?,
                arms,
            }))
        }
    }
}

fn placed_inline(inline: &InlineExpression<&str>) -> Result<Piece, String> {
    match inline {
        InlineExpression::StringLiteral { value } => {
            Ok(Piece::Text(unicode::unescape_unicode_to_string(value).into_owned()))
        }
        InlineExpression::NumberLiteral { value } => Ok(Piece::Text((*value).to_owned())),
        InlineExpression::VariableReference { id } => Ok(Piece::Place(argument(id.name)?)),
        InlineExpression::MessageReference { id, attribute: None } => Ok(Piece::Refer(id.name.to_owned())),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            match (arguments.positional.as_slice(), arguments.named.as_slice()) {
                ([InlineExpression::VariableReference { id }], []) => Ok(Piece::Count(argument(id.name)?)),
                _ => Err("uses NUMBER with something else than one argument; write `{ NUMBER($n) }`".to_owned()),
            }
        }
        InlineExpression::FunctionReference { id, .. } => Err(format!(
            "calls {}; only NUMBER is known, other values arrive ready to show",
            id.name
        )),
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
            Err("refers to an attribute or a term; only other messages can be referred to".to_owned())
        }
        InlineExpression::Placeable { expression } => placed(expression),
    }
}

/// Words Rust keeps for itself, and the two names the generated functions use.
const TAKEN: &[&str] = &[
    "as", "break", "const", "continue", "crate", "else", "enum", "extern", "false", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super", "trait",
    "true", "type", "unsafe", "use", "where", "while", "async", "await", "dyn", "abstract", "become", "box", "do",
    "final", "gen", "macro", "override", "priv", "try", "typeof", "unsized", "virtual", "yield", "out", "form",
];

fn argument(name: &str) -> Result<String, String> {
    let name = name.replace('-', "_");
    if TAKEN.contains(&name.as_str()) || name.chars().any(char::is_uppercase) {
        return Err(format!(
            "has an argument ${name}, a name that cannot be used; choose another"
        ));
    }
    Ok(name)
}
