//! How an area works: what is shipped, and what its numbers may be.

use domain::plan::Term;
use domain::practice::{ASKS, Practice, Prompts};

#[test]
fn what_is_shipped_is_within_its_own_bounds_and_plans_for_twelve_months() {
    let shipped = Practice::shipped();
    assert_eq!(shipped.prompts, Prompts::Plain);
    assert_eq!(shipped.term(), Term::SHIPPED);
    for ask in ASKS {
        let mut practice = shipped;
        assert_eq!(ask.set(&mut practice, ask.of(&shipped)), Ok(()), "{}", ask.key);
        assert_eq!(practice, shipped, "{}", ask.key);
    }
}

#[test]
fn each_number_is_set_within_its_bounds_and_no_other_changes() {
    for ask in ASKS {
        for number in [ask.least, ask.most] {
            let mut practice = Practice::shipped();
            assert_eq!(ask.set(&mut practice, number), Ok(()));
            assert_eq!(ask.of(&practice), number, "{}", ask.key);
            for other in ASKS.iter().filter(|other| other.key != ask.key) {
                assert_eq!(other.of(&practice), other.of(&Practice::shipped()), "{}", other.key);
            }
        }
        let mut practice = Practice::shipped();
        let over = ask.most + 1;
        assert_eq!(ask.set(&mut practice, over), Err(over), "{}", ask.key);
        if let Some(under) = ask.least.checked_sub(1) {
            assert_eq!(ask.set(&mut practice, under), Err(under), "{}", ask.key);
        }
        assert_eq!(practice, Practice::shipped());
    }
}

#[test]
fn a_plan_is_never_longer_than_what_is_published() {
    let mut practice = Practice::shipped();
    let months = ASKS.iter().find(|ask| ask.key == "plan_months").unwrap();
    months.set(&mut practice, 15).unwrap();
    assert_eq!((practice.term().usual, practice.term().longest), (15, 15));
    assert_eq!(months.set(&mut practice, 16), Err(16));
}
