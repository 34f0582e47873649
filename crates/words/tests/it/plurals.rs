//! Six plural forms in Welsh, and exact numbers where a noun needs them.

use words::{Lang, Words};

const EN: Words = Words::new(Lang::En);
const CY: Words = Words::new(Lang::Cy);

/// Each count with what is said of it.
fn check(said: impl Fn(u64) -> String, wanted: &[(u64, &str)]) {
    for (count, words) in wanted {
        assert_eq!(said(*count), format!("{count} {words}"));
    }
}

#[test]
fn years_take_a_form_of_their_own_after_four() {
    check(
        |years| CY.years(years),
        &[
            (1, "flwyddyn"),
            (2, "flynedd"),
            (3, "blynedd"),
            (4, "blynedd"),
            (5, "mlynedd"),
            (6, "blynedd"),
            (7, "mlynedd"),
            (8, "mlynedd"),
            (9, "mlynedd"),
            (10, "mlynedd"),
            (12, "mlynedd"),
            (14, "mlynedd"),
            (24, "mlynedd"),
            (100, "mlynedd"),
        ],
    );
    check(
        |years| EN.years(years),
        &[(0, "years"), (1, "year"), (2, "years"), (4, "years"), (21, "years")],
    );
}

#[test]
fn months_and_days_soften_after_two_and_weeks_never_change() {
    check(
        |n| CY.months(n),
        &[(1, "mis"), (2, "fis"), (3, "mis"), (5, "mis"), (6, "mis"), (22, "mis")],
    );
    check(
        |n| CY.days(n),
        &[
            (1, "diwrnod"),
            (2, "ddiwrnod"),
            (3, "diwrnod"),
            (6, "diwrnod"),
            (11, "diwrnod"),
        ],
    );
    check(
        |n| CY.weeks(n),
        &[
            (0, "wythnos"),
            (1, "wythnos"),
            (2, "wythnos"),
            (3, "wythnos"),
            (6, "wythnos"),
        ],
    );
    check(|n| EN.weeks(n), &[(1, "week"), (2, "weeks")]);
}

#[test]
fn a_feminine_noun_takes_the_aspirate_after_six_and_not_after_three() {
    let problem = |count| {
        CY.site_problem_count(count)
            .replace("Mae ", "")
            .replace(" ar y dudalen hon", "")
    };
    check(
        problem,
        &[
            (1, "broblem"),
            (2, "broblem"),
            (3, "problem"),
            (5, "problem"),
            (6, "phroblem"),
        ],
    );
    assert_eq!(CY.site_problem_count(0), "Does dim problem ar y dudalen hon");
}

#[test]
fn a_masculine_noun_takes_the_aspirate_after_three_and_after_six() {
    let code = |count| {
        CY.sign_in_recovery_left(count)
            .replace("Mae gennych chi ", "")
            .replace(" adfer ar ôl.", "")
    };
    check(
        code,
        &[(2, "god"), (3, "chod"), (4, "cod"), (5, "cod"), (6, "chod"), (7, "cod")],
    );
}

#[test]
fn nothing_at_all_is_said_in_words() {
    assert_eq!(CY.ago_days(0), "heddiw");
    assert_eq!(
        CY.sign_in_recovery_left(0),
        "Does gennych chi ddim codau adfer ar ôl. Gwnewch rai newydd heddiw."
    );
}
