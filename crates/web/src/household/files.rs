//! The carers as a file: each household with its places, for whoever lists carers and may take lists out.

use super::list::{free, standing};
use super::{called, languages};
use crate::App;
use crate::error::{Answer, PageError};
use crate::table::{self, File};
use crate::visit::Visit;
use axum::extract::State;
use domain::access::{Action, Object};
use reports::{Cell as Value, Column, Head, Kind};

/// The carers as comma-separated values.
pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Csv).await
}

/// The carers as a workbook.
pub async fn excel(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Excel).await
}

async fn file(app: &App, visit: &Visit, how: File) -> Answer {
    let (w, store, actor) = (visit.w(), app.store(), visit.actor());
    let lists = [Action::ListHouseholds];
    if store.allowed(&actor, Object::Lists, &lists).await?.is_empty() {
        return Err(PageError::NotFound);
    }
    let permit = store.permit(&actor, Action::ExportFamilies, Object::Lists).await?;
    let lines = store.read(permit, store::household::list).await?;
    let today = store::clock::london_day(store.now());
    let columns = vec![
        Column::new(w.household_list_title(), Kind::Text, w.board_means_carer()),
        Column::new(w.referral_board_column_state(), Kind::Text, w.household_means_state()),
        Column::new(w.household_places(), Kind::Whole, w.household_means_places()),
        Column::new(w.household_place_free(), Kind::Whole, w.household_means_free()),
        Column::new(w.household_languages(), Kind::Text, w.household_means_languages()),
        Column::new(w.household_approval_to(), Kind::Day, w.household_means_approval()),
    ];
    let rows = lines.iter().map(|line| {
        let household = &line.household;
        vec![
            called(w, household).into(),
            standing(w, household, today).0.into(),
            Value::Whole(i64::from(household.places)),
            Value::Whole(i64::try_from(free(line)).unwrap_or_default()),
            languages(w, household).into(),
            household.approval.to.map_or(Value::Empty, Value::Day),
        ]
    });
    let head = Head {
        lang: visit.lang,
        title: w.household_list_title().to_owned(),
        columns,
    };
    table::file("carers", head, rows, how)
}
