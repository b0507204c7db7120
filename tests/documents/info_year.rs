//! `caitien info` of the year behind a plan: what was found, where the work stands, reviews, papers.

use serde_json::{Value, json};

use crate::headless::Desk;

fn plan<'a>(info: &'a Value, year: &str) -> &'a Value {
    let plans = info["plans"].as_array().unwrap();
    plans.iter().find(|plan| plan["school_year"] == year).unwrap()
}

#[test]
fn what_was_found_of_each_year_is_told_with_what_was_not_looked_at() {
    let info = Desk::new().info("s.caitien");
    let catalogue = "tt18-2018-secondary-amended-2024";
    assert_eq!(
        info["evaluations"],
        json!([
            {
                "school_year": "2024-2025", "catalogue": catalogue,
                "level": 1, "not_evaluated": []
            },
            {
                "school_year": "2025-2026", "catalogue": catalogue,
                "level": 1, "not_evaluated": ["M4.1", "M4.2", "M4.5", "M4.6"]
            },
        ])
    );
}

#[test]
fn what_cannot_be_told_yet_is_null_and_never_a_level() {
    let mut dossier = caitien::library::sample().unwrap().as_ref().clone();
    let mut open = dossier.evaluations[1].as_ref().clone();
    open.ratings.retain(|rating| rating.code != "1.1" && !rating.code.starts_with("M4."));
    dossier.evaluations[1] = open.into();
    let mut of_nothing = dossier.evaluations[0].as_ref().clone();
    of_nothing.catalogue = None;
    dossier.evaluations[0] = of_nothing.into();
    let desk = Desk::new();
    let path = desk.path("o.caitien");
    drop(caitien::store::create(&path, &dossier, caitien::platform::file_identity).unwrap());
    let found = desk.info("o.caitien")["evaluations"].clone();
    assert_eq!((&found[0]["catalogue"], &found[0]["level"]), (&Value::Null, &Value::Null));
    assert_eq!(found[0]["not_evaluated"], Value::Null);
    // Level 4 was not gone for, so none of its criteria is asked for.
    assert_eq!((&found[1]["level"], &found[1]["not_evaluated"]), (&Value::Null, &json!(["1.1"])));
}

#[test]
fn work_is_counted_by_what_was_said_and_by_the_day_handed_in() {
    let desk = Desk::new();
    let work = |day: &str| {
        let info = desk.done(&format!("info|s.caitien|--today|{day}"));
        plan(&serde_json::from_str(&info).unwrap(), "2025-2026")["work"].clone()
    };
    let stands = |late: usize, due: usize| {
        json!({
            "all": 25, "done": 22, "under_way": 2, "not_done": 1, "not_started": 0, "dropped": 0,
            "untold": 0, "late": late, "due": due
        })
    };
    assert_eq!(work("2026-03-20"), stands(0, 1));
    assert_eq!(work("22/11/2026"), stands(1, 0));
    let refused = desk.refused("info|s.caitien|--today|soon");
    assert!(refused.contains("--today"), "{refused}");
}

#[test]
fn reviews_and_papers_stand_at_the_plan_they_are_about() {
    let info = Desk::new().info("s.caitien");
    let lived = plan(&info, "2025-2026");
    let review = |id: u32, when: &str, day: &str, turn: &str| json!({ "id": id, "when": when, "day": day, "turn": turn, "closed": true });
    assert_eq!(
        lived["reviews"],
        json!([
            review(119, "Cuối học kỳ I", "2026-01-16", "term"),
            review(120, "Cuối năm học", "2026-05-28", "year_end"),
        ])
    );
    let papers = lived["papers"].as_array().unwrap();
    let told: Vec<[&Value; 4]> = papers
        .iter()
        .map(|paper| ["kind", "number", "date", "issued"].map(|key| &paper[key]))
        .collect();
    assert_eq!(
        json!(told),
        json!([
            ["minutes", "6", "2026-01-16", true],
            ["supplement", "12", "2026-01-22", true],
            ["minutes", "21", "2026-05-28", true],
            ["report", "63", "2026-06-04", true],
        ])
    );
    // They are told of there alone: of each school year there is one plan.
    let plans = info["plans"].as_array().unwrap();
    assert_eq!(plans.len(), 3);
    for paper in papers {
        assert_eq!(paper["sha256"].as_str().map(str::len), Some(64));
        assert!(plans.iter().all(|plan| plan["id"] != paper["id"]));
    }
    let written = plan(&info, "2026-2027");
    assert_eq!(written["papers"], json!([]));
    assert_eq!(
        (&written["reviews"][0]["day"], written["reviews"][0]["closed"].as_bool()),
        (&Value::Null, Some(false))
    );
}
