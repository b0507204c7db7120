//! Where the work of a plan stands on a day, by person and by standard, and who is to be reminded.

use std::sync::Arc;

use caitien::plan::{
    Abbreviation, Dossier, Group, Id, Item, Leader, Member, Plan, Row, SchoolYear, Status,
    Supervisor, Typed, WorkingGroup,
};
use caitien::timeline::By;
use caitien::year::follow::{Counts, State, followed, grouped, reminders};
use jiff::civil::{Date, date};

const TODAY: Date = Date::constant(2026, 11, 22);

/// Content, who, time, status of each piece of work.
type Work<'a> = (&'a str, &'a str, &'a str, Option<Status>);

fn row(id: u32, (content, who, time, status): Work<'_>) -> Row {
    Row::Item(Arc::new(Item {
        id: Id(id),
        content: content.to_owned(),
        responsible: Typed::new(who),
        time: Typed::new(time),
        status,
        ..Item::default()
    }))
}

fn dossier(rows: Vec<Row>) -> Dossier {
    let plan = Plan { id: Id(1), rows, ..Plan::empty(SchoolYear::starting(2026).unwrap()) };
    Dossier { plans: vec![Arc::new(plan)], ..Dossier::default() }
}

fn of(work: &[Work<'_>]) -> Dossier {
    dossier(work.iter().zip(10..).map(|(work, id)| row(id, *work)).collect())
}

#[test]
fn where_work_stands() {
    use State::{Done, Dropped, Due, Late, NotDone, NotStarted, UnderWay};
    let (waits, dropped) = (Some(Status::NotStarted), Some(Status::Dropped));
    let (done, going, not_done) =
        (Some(Status::Done), Some(Status::UnderWay), Some(Status::NotDone));
    for (time, status, today, expect) in [
        // Late from the day after the one named.
        ("15/11/2026", None, date(2026, 11, 15), Due { days: 0 }),
        ("15/11/2026", None, date(2026, 11, 16), Late { days: 1 }),
        ("Trước ngày 30/10/2026", None, date(2026, 10, 30), Due { days: 0 }),
        ("Trước ngày 30/10/2026", None, date(2026, 10, 31), Late { days: 1 }),
        ("Đến hết tháng 10/2026", None, date(2026, 11, 1), Late { days: 1 }),
        ("Tháng 10", None, TODAY, Late { days: 22 }),
        ("Tháng 9/2026 đến tháng 10/2026", going, TODAY, Late { days: 22 }),
        ("Tháng 10", not_done, TODAY, Late { days: 22 }),
        ("Tháng 10", done, TODAY, Done),
        // Due within fourteen days.
        ("06/12/2026", None, TODAY, Due { days: 14 }),
        ("07/12/2026", None, TODAY, NotStarted),
        ("Tháng 11", going, TODAY, Due { days: 8 }),
        ("Tháng 11", None, TODAY, Due { days: 8 }),
        ("Tháng 11", done, TODAY, Done),
        // Neither: what somebody said, else whether it has begun.
        ("Tháng 10/2026 đến tháng 3/2027", None, TODAY, UnderWay),
        ("Tháng 10/2026 đến tháng 3/2027", not_done, TODAY, NotDone),
        ("Tháng 2/2027", None, TODAY, NotStarted),
        ("Tháng 2/2027", going, TODAY, UnderWay),
        ("Tháng 2/2027", done, TODAY, Done),
        ("Học kỳ II", None, TODAY, NotStarted),
        ("Năm học 2026-2027", None, TODAY, UnderWay),
        ("2025-2030", None, TODAY, UnderWay),
        // What comes back, or has no time that is understood, is never late.
        ("Hằng tháng", None, date(2028, 1, 1), NotStarted),
        ("Hằng tháng", going, date(2028, 1, 1), UnderWay),
        ("Theo kế hoạch của Sở", None, date(2028, 1, 1), NotStarted),
        ("Theo kế hoạch của Sở", not_done, date(2028, 1, 1), NotDone),
        ("", done, TODAY, Done),
        // What is not carried out is neither late nor due; what was not begun is both.
        ("Tháng 10", dropped, TODAY, Dropped),
        ("Tháng 11", dropped, TODAY, Dropped),
        ("Tháng 2/2027", dropped, TODAY, Dropped),
        ("", dropped, TODAY, Dropped),
        ("Tháng 10", waits, TODAY, Late { days: 22 }),
        ("Tháng 11", waits, TODAY, Due { days: 8 }),
        ("Tháng 10/2026 đến tháng 3/2027", waits, TODAY, NotStarted),
        ("Hằng tháng", waits, TODAY, NotStarted),
    ] {
        let dossier = of(&[("Việc", "Kế toán", time, status)]);
        let rows = followed(&dossier, &dossier.plans[0], today);
        assert_eq!(rows[0].state, expect, "{time} {status:?} {today}");
    }
}

fn year_of_work() -> Dossier {
    let mut dossier = of(&[
        ("Kiểm kê tài sản", "KT", "Tháng 11", None),
        ("Tư vấn học đường", "TPT, GVCN", "Trước ngày 30/10/2026", Some(Status::UnderWay)),
        ("Công khai kết quả", "Phó Hiệu trưởng", "05/12/2026", None),
        ("Quy chế dữ liệu", "PHT; Kế toán", "Tháng 9", Some(Status::Done)),
        ("Sửa sân", "", "Tháng 10", None),
        ("Mua thiết bị", "Kế toán", "Quý I/2027", None),
        ("Hồ sơ cũ", "Kế toán", "Tháng 9", None),
        ("Bồi dưỡng", "Phó Hiệu trưởng", "Năm học 2026-2027", Some(Status::NotDone)),
    ]);
    let leader = |title: &str, name: &str, position: &str| Leader {
        title: title.into(),
        name: name.into(),
        position: position.into(),
    };
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    plan.rows.push(Row::Item(Arc::new(Item { id: Id(99), ..Item::default() })));
    plan.letterhead.leaders = vec![
        leader("Bà", "Phan Mai Hương", "Hiệu trưởng"),
        leader("Ông", "Lương Quốc Tuấn", "Phó Hiệu trưởng"),
        leader("Bà", "Tạ Thu Nga", "Phó Hiệu trưởng"),
    ];
    plan.working_groups = vec![WorkingGroup {
        members: vec![Member::named("Bà Vũ Lan Anh - Kế toán"), Member::named("Ông Bùi Kiên")],
        ..WorkingGroup::default()
    }];
    plan.supervisors = vec![
        Supervisor { name: "Vũ Lan Anh".into(), position: "KT".into(), ..Supervisor::default() },
        Supervisor {
            title: "Ông".into(),
            name: "Trịnh Minh".into(),
            position: "TPT Đội".into(),
            ..Supervisor::default()
        },
    ];
    let abbreviations = [("TPT", "Tổng phụ trách Đội"), ("TPT Đội", "Tổng phụ trách Đội")];
    dossier.abbreviations = abbreviations
        .map(|(short, long)| Abbreviation { short: short.into(), long: long.into() })
        .into();
    dossier
}

#[test]
fn by_person_each_has_their_work_with_its_counts_and_a_name() {
    let dossier = year_of_work();
    let plan = &dossier.plans[0];
    let rows = followed(&dossier, plan, TODAY);
    // The row in which nothing is written is no work.
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[1].partners, ["Giáo viên chủ nhiệm"]);
    let groups = grouped(&dossier, plan, &rows, By::Person);
    let said: Vec<(&str, Option<&str>, &[usize])> = groups
        .iter()
        .map(|group| (group.title.as_str(), group.holder.as_deref(), group.rows.as_slice()))
        .collect();
    assert_eq!(
        said,
        [
            ("Kế toán", Some("Vũ Lan Anh"), &[0, 5, 6][..]),
            // Two hold the post: no name is given for it.
            ("Phó Hiệu trưởng", None, &[2, 3, 7]),
            ("Tổng phụ trách Đội", Some("Ông Trịnh Minh"), &[1]),
            ("", None, &[4]),
        ]
    );
    let expect = Counts { all: 3, due: 1, not_started: 1, late: 1, ..Counts::default() };
    assert_eq!(groups[0].counts, expect);
    let expect = Counts { all: 3, due: 1, done: 1, not_done: 1, ..Counts::default() };
    assert_eq!(groups[1].counts, expect);
    let all = Counts::of(&rows);
    assert_eq!((all.all, all.late, all.due, all.done), (8, 3, 2, 1));
}

#[test]
fn by_standard_the_plans_own_groups_come_in_its_order() {
    let mut dossier = year_of_work();
    let group = |id, title: &str| {
        Row::Group(Arc::new(Group { id: Id(id), title: title.into(), ..Group::default() }))
    };
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    plan.rows.insert(0, group(100, "Tiêu chuẩn 2"));
    plan.rows.insert(4, group(101, "Tiêu chuẩn 1"));
    plan.rows.push(group(102, "Tiêu chuẩn 3"));
    let plan = &dossier.plans[0];
    let rows = followed(&dossier, plan, TODAY);
    let groups = grouped(&dossier, plan, &rows, By::Standard);
    let said: Vec<(&str, usize)> =
        groups.iter().map(|group| (group.title.as_str(), group.rows.len())).collect();
    assert_eq!(said, [("Tiêu chuẩn 2", 3), ("Tiêu chuẩn 1", 5)]);
    assert!(groups.iter().all(|group| group.holder.is_none()));
}

#[test]
fn who_has_late_or_due_work_is_reminded_of_it_the_latest_first() {
    let mut dossier = year_of_work();
    Arc::make_mut(&mut dossier.plans[0]).rows.push(row(50, ("Sổ sách", "KT", "Tháng 10", None)));
    let plan = &dossier.plans[0];
    let rows = followed(&dossier, plan, TODAY);
    let names = |at: &[usize]| at.iter().map(|at| rows[*at].name.as_str()).collect::<Vec<_>>();
    let all = reminders(&dossier, plan, &rows);
    let said: Vec<_> =
        all.iter().map(|one| (one.person.as_deref(), names(&one.late), names(&one.due))).collect();
    assert_eq!(
        said,
        [
            (Some("Kế toán"), vec!["Hồ sơ cũ", "Sổ sách"], vec!["Kiểm kê tài sản"]),
            (Some("Phó Hiệu trưởng"), vec![], vec!["Công khai kết quả"]),
            (Some("Tổng phụ trách Đội"), vec!["Tư vấn học đường"], vec![]),
            (None, vec!["Sửa sân"], vec![]),
        ]
    );
    assert_eq!(all[0].holder.as_deref(), Some("Vũ Lan Anh"));
    assert_eq!(reminders(&dossier, plan, &[]), []);
}
