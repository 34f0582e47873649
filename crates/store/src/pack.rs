//! Nation packs: one folder a nation, one file for each day on which its words or rules began.
//!
//! The files are part of the program. A deployment may lay its own beside its data: one with the
//! same nation and day takes the place of ours, any other is added. What is wrong with a file is
//! said with its name and line, all of it at once.

use crate::error::{Error, Result};
use domain::pack::{Key, LegalBasis, LegalStatus, NationPack, PackProblem, Term, Within};
use serde::Deserialize;
use std::fmt;
use std::path::Path;
use toml::Spanned;

macro_rules! packs {
    ($($file:literal),+ $(,)?) => {
        /// The files this program was built with: each `nation/day.toml`, and its text.
        pub const FILES: &[(&str, &str)] = &[$(($file, include_str!(concat!("../../../packs/", $file)))),+];
    };
}
packs!(
    "england/2011-04-01.toml",
    "northern_ireland/1996-11-04.toml",
    "wales/2016-04-06.toml"
);

/// One thing wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as `nation/day.toml`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.what)
    }
}

/// The packs this program was built with, parsed and checked.
///
/// # Errors
/// [`Error::File`] when one of them has a problem.
pub fn embedded() -> Result<Vec<NationPack>> {
    load(None)
}

/// The packs this program was built with, and those of a folder `packs` in the data folder where there is one.
///
/// # Errors
/// [`Error::File`] with every problem of the first file that has any, or when a file cannot be read.
pub fn load(folder: Option<&Path>) -> Result<Vec<NationPack>> {
    let mut packs = Vec::with_capacity(FILES.len());
    for (file, text) in FILES {
        packs.push(parse(file, text).map_err(|problems| told(&problems))?);
    }
    for (file, text) in folder.map(found).transpose()?.unwrap_or_default() {
        let own = parse(&file, &text).map_err(|problems| told(&problems))?;
        packs.retain(|pack| pack.nation != own.nation || pack.from != own.from);
        packs.push(own);
    }
    packs.sort_by(|a, b| (&a.nation, a.from).cmp(&(&b.nation, b.from)));
    Ok(packs)
}

fn told(problems: &[Problem]) -> Error {
    let path = problems.first().map(|problem| problem.file.clone()).unwrap_or_default();
    let cause: Vec<String> = problems
        .iter()
        .map(|p| format!("line {}: {}", p.line, p.what))
        .collect();
    Error::File {
        path,
        cause: cause.join("; "),
    }
}

/// Every `nation/day.toml` under a folder, in order, with its text; a folder that is not there holds none.
fn found(folder: &Path) -> Result<Vec<(String, String)>> {
    let fault = |path: &Path, e: std::io::Error| Error::File {
        path: path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        cause: e.to_string(),
    };
    let listed = |folder: &Path| -> Result<Vec<std::path::PathBuf>> {
        let entries = std::fs::read_dir(folder).map_err(|e| fault(folder, e))?;
        let mut paths = entries
            .map(|entry| entry.map(|e| e.path()).map_err(|e| fault(folder, e)))
            .collect::<Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    };
    let mut files = Vec::new();
    if !folder.exists() {
        return Ok(files);
    }
    for nation in listed(folder)?.into_iter().filter(|path| path.is_dir()) {
        for file in listed(&nation)?
            .into_iter()
            .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        {
            let text = std::fs::read_to_string(&file).map_err(|e| fault(&file, e))?;
            let name = file
                .strip_prefix(folder)
                .unwrap_or(&file)
                .to_string_lossy()
                .into_owned();
            files.push((name, text));
        }
    }
    Ok(files)
}

/// A pack as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    nation: Spanned<String>,
    from: Spanned<String>,
    #[serde(default)]
    vocabulary: Vec<WrittenTerm>,
    #[serde(default)]
    legal_statuses: Vec<WrittenStatus>,
    #[serde(default)]
    legal_bases: Vec<WrittenBasis>,
    #[serde(default)]
    ethnic_groups: Vec<WrittenTerm>,
    #[serde(rename = "concern_written")]
    concern_hours: Option<Spanned<WrittenWithin>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenWithin {
    hours: u16,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTerm {
    concept: Spanned<String>,
    en: String,
    cy: Option<String>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStatus {
    key: Spanned<String>,
    en: String,
    cy: Option<String>,
    looked_after: bool,
    order: bool,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBasis {
    key: Spanned<String>,
    en: String,
    cy: Option<String>,
    looked_after: bool,
    short_break_rules: bool,
    source: String,
}

/// Reads one pack and checks it.
///
/// # Errors
/// Everything wrong with it, in the order of its lines.
pub fn parse(file: &str, text: &str) -> Result<NationPack, Vec<Problem>> {
    let mut reader = Reader {
        file,
        text,
        problems: Vec::new(),
    };
    let written: Written = match toml::from_str(text) {
        Ok(written) => written,
        Err(e) => {
            let at = e.span().map_or(0, |span| span.start);
            reader.problem(at, e.message().to_owned());
            return Err(reader.problems);
        }
    };
    let pack = reader.pack(&written);
    if let Some(pack) = &pack {
        for problem in pack.problems() {
            reader.problem(place_of(&problem, &written), problem.to_string());
        }
    }
    reader.problems.sort_by_key(|problem| problem.line);
    match pack {
        Some(pack) if reader.problems.is_empty() => Ok(pack),
        _ => Err(reader.problems),
    }
}

/// One file on its way to being a pack.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, at: usize, what: String) {
        let line = self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line,
            what,
        });
    }

    fn key(&mut self, key: &Spanned<String>) -> Option<Key> {
        let parsed = Key::parse(key.get_ref());
        if let Err(problem) = &parsed {
            self.problem(key.span().start, format!("`{}`: {problem}", key.get_ref()));
        }
        parsed.ok()
    }

    /// The pack, when every key and day in it could be read; whatever could not is among the problems.
    fn pack(&mut self, written: &Written) -> Option<NationPack> {
        let nation = self.key(&written.nation);
        let from = written.from.get_ref().parse().ok();
        if from.is_none() {
            self.problem(
                written.from.span().start,
                format!("`{}` is not a day", written.from.get_ref()),
            );
        }
        let named = format!("{}/{}.toml", written.nation.get_ref(), written.from.get_ref());
        if named != self.file {
            self.problem(
                written.nation.span().start,
                format!("its nation and day belong in {named}"),
            );
        }
        let vocabulary = self.terms(&written.vocabulary);
        let ethnic_groups = self.terms(&written.ethnic_groups);
        let statuses: Vec<_> = written
            .legal_statuses
            .iter()
            .map(|status| self.status(status))
            .collect();
        let bases: Vec<_> = written.legal_bases.iter().map(|basis| self.basis(basis)).collect();
        Some(NationPack {
            nation: nation?,
            from: from?,
            vocabulary: vocabulary?,
            legal_statuses: statuses.into_iter().collect::<Option<_>>()?,
            legal_bases: bases.into_iter().collect::<Option<_>>()?,
            ethnic_groups: ethnic_groups?,
            concern_written: written.concern_hours.as_ref().map(|within| Within {
                hours: within.get_ref().hours,
                source: within.get_ref().source.clone(),
            }),
        })
    }

    fn terms(&mut self, written: &[WrittenTerm]) -> Option<Vec<Term>> {
        // Every term is read before the first that cannot be is given up for.
        let terms: Vec<_> = written.iter().map(|term| self.term(term)).collect();
        terms.into_iter().collect()
    }

    fn term(&mut self, term: &WrittenTerm) -> Option<Term> {
        let concept = self.key(&term.concept)?;
        Some(Term {
            concept,
            en: term.en.clone(),
            cy: term.cy.clone(),
            source: term.source.clone(),
        })
    }

    fn status(&mut self, status: &WrittenStatus) -> Option<LegalStatus> {
        Some(LegalStatus {
            key: self.key(&status.key)?,
            en: status.en.clone(),
            cy: status.cy.clone(),
            looked_after: status.looked_after,
            order: status.order,
            source: status.source.clone(),
        })
    }

    fn basis(&mut self, basis: &WrittenBasis) -> Option<LegalBasis> {
        Some(LegalBasis {
            key: self.key(&basis.key)?,
            en: basis.en.clone(),
            cy: basis.cy.clone(),
            looked_after: basis.looked_after,
            short_break_rules: basis.short_break_rules,
            source: basis.source.clone(),
        })
    }
}

/// Where in the file a problem of the whole pack is seen: the last line with its key, for that is the one too many.
fn place_of(problem: &PackProblem, written: &Written) -> usize {
    let (list, wanted) = match problem {
        PackProblem::Empty { .. } => return 0,
        PackProblem::NoTime { .. } => return written.concern_hours.as_ref().map_or(0, |within| within.span().start),
        PackProblem::Twice { list, key } | PackProblem::NoName { list, key } | PackProblem::NoSource { list, key } => {
            (*list, key)
        }
        PackProblem::RulesWithoutCare { key } => ("legal_bases", key),
    };
    let keys: Vec<&Spanned<String>> = match list {
        "vocabulary" => written.vocabulary.iter().map(|term| &term.concept).collect(),
        "legal_statuses" => written.legal_statuses.iter().map(|status| &status.key).collect(),
        "legal_bases" => written.legal_bases.iter().map(|basis| &basis.key).collect(),
        _ => written.ethnic_groups.iter().map(|group| &group.concept).collect(),
    };
    let newest = keys.into_iter().rev().find(|key| key.get_ref() == wanted.as_str());
    newest.map_or(0, |key| key.span().start)
}
