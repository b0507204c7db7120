//! JSON in and out: what is written is read back, and what is refused says where.

use caitien::export;
use caitien::import::{self, ImportError, Limits, Problem};
use caitien::messages::import_error;
use caitien::plan::{Dossier, Id};
use proptest::prelude::*;

use crate::any::{dossier, edit, seeds};

/// A whole plan as a person may write it by hand: numbers are left out, or given
/// where one thing names another.
const BY_HAND: &str = r#"{
  "format": 1,
  "school": {"school": "Trường Tiểu học Hòa Bình", "kind": "primary"},
  "plans": [{
    "school_year": "2026-2027",
    "form": "form-2-2026",
    "doc_type": "KẾ HOẠCH",
    "date": {"month": 9, "year": 2026},
    "parts": [{"key": "content", "heading": "Nội dung", "blocks": [
      {"kind": "paragraph", "level": "1", "runs": [{"text": "Rà soát", "bold": true}]},
      {"kind": "rows"}
    ]}],
    "problems": [{"id": 7, "weakness": "Chưa đồng bộ"}],
    "rows": [
      {"kind": "band", "text": "MỨC 1"},
      {"kind": "group", "tt": {"typed": "6"}, "title": "Tiêu chí Mức 4"},
      {"kind": "item", "problem": 7, "content": "Văn thư", "time": {"typed": "Tháng 10"}}
    ]
  }]
}"#;

fn read(json: &str) -> Result<Dossier, ImportError> {
    import::json(json.as_bytes(), Limits::default())
}

#[test]
fn a_file_written_by_hand_gets_its_numbers() {
    let dossier = read(BY_HAND).unwrap();
    let ids: Vec<u32> = dossier.ids().map(|id| id.0).collect();
    assert_eq!(ids, [8, 9, 10, 11, 12, 7]);
    assert_eq!(dossier.next_id, Id(13));
    assert_eq!(dossier.plans[0].items().next().unwrap().problem, Some(Id(7)));
}

#[test]
fn a_group_stands_for_the_standard_its_title_names() {
    let standard = |title: &str| {
        let json = BY_HAND.replace("Tiêu chí Mức 4", title);
        let dossier = read(&json).unwrap();
        dossier.plans[0].rows[1].standard_number()
    };
    let stored = |title: &str| {
        let dossier = read(&BY_HAND.replace("Tiêu chí Mức 4", title)).unwrap();
        match &dossier.plans[0].rows[1] {
            caitien::plan::Row::Group(group) => group.standard,
            row => panic!("{row:?}"),
        }
    };
    assert_eq!(stored("TIÊU CHUẨN 3. Cơ sở vật chất"), Some(3));
    assert_eq!(stored("Tiêu chí Mức 4"), None);
    assert_eq!(standard("Tiêu chuẩn 2"), Some(2));
    // A number that the file gives stays, whatever the title says.
    let given = "Tiêu chuẩn 2\", \"standard\": 5, \"tt\": \"auto";
    let json = BY_HAND.replace("\"tt\": {\"typed\": \"6\"}, ", "").replace("Tiêu chí Mức 4", given);
    assert_eq!(read(&json).unwrap().plans[0].rows[1].standard_number(), Some(5));
}

#[test]
fn texts_come_in_composed() {
    let dossier = read(&BY_HAND.replace("Hòa", "Ho\u{300}a")).unwrap();
    assert_eq!(dossier.school.school, "Trường Tiểu học Hòa Bình");
}

/// The sample written by hand with one thing changed is refused at a place.
#[track_caller]
fn refused(from: &str, to: &str, place: &str, problem: Problem) {
    assert!(BY_HAND.contains(from));
    let error = read(&BY_HAND.replacen(from, to, 1)).unwrap_err();
    assert_eq!(error, ImportError::At { place: place.into(), problem });
    assert!(!import_error(&error).contains('\n'));
    assert!(import_error(&error).contains(place));
}

#[test]
fn what_does_not_belong_there_is_refused_with_its_place() {
    use Problem::{NoSuchId, RepeatedId, RepeatedKey, UnknownKey, UnknownWord, WrongType};
    refused("\"format\": 1,", "\"format\": 1, \"khoa_la\": 1,", "", UnknownKey("khoa_la".into()));
    refused("\"kind\": \"primary\"", "\"x\": 1", "school", UnknownKey("x".into()));
    refused("\"primary\"", "\"lớp một\"", "school.kind", UnknownWord("lớp một".into()));
    refused(
        "\"month\": 9",
        "\"month\": 9, \"month\": 8",
        "plans[0].date",
        RepeatedKey("month".into()),
    );
    refused(
        "\"id\": 7",
        "\"id\": \"7\"",
        "plans[0].problems[0].id",
        WrongType("string \"7\"".into()),
    );
    refused("\"text\": \"MỨC 1\"", "\"chữ\": 1", "plans[0].rows[0]", UnknownKey("chữ".into()));
    refused(
        "{\"kind\": \"rows\"}",
        "{\"kind\": \"rows\", \"thừa\": 1}",
        "plans[0].parts[0].blocks[1]",
        UnknownKey("thừa".into()),
    );
    refused("\"problem\": 7", "\"problem\": 9", "plans[0].rows[2].problem", NoSuchId(Id(9)));
    refused("\"problem\": 7", "\"id\": 7", "plans[0].problems[0].id", RepeatedId(Id(7)));
    refused("\"form\":", "\"amends\": 3, \"form\":", "plans[0].amends", NoSuchId(Id(3)));
    refused(
        "\"id\": 7",
        "\"id\": 4294967295",
        "plans[0].problems[0].id",
        Problem::IdTooLarge(Id(u32::MAX)),
    );
}

#[test]
fn a_document_date_that_no_calendar_has_comes_in_as_it_was_typed() {
    for (month, date) in [
        ("\"month\": 9", "\"day\": 31, \"month\": 2"),
        ("\"month\": 9", "\"month\": 13"),
        ("\"month\": 9", "\"day\": 0"),
    ] {
        let json = BY_HAND.replacen(month, date, 1);
        assert_ne!(json, BY_HAND);
        let dossier = read(&json).unwrap();
        // The check says so; here nothing a person wrote is lost.
        assert!(!dossier.plans[0].date.is_possible());
        let again = read(&String::from_utf8(caitien::export::json(&dossier).unwrap()).unwrap());
        assert_eq!(again.unwrap(), dossier);
    }
}

#[test]
fn days_and_years_that_do_not_exist_are_refused_with_their_place() {
    use Problem::{NoSuchDay, NotASchoolYear, OutOfRange};
    let year = |typed: &str| NotASchoolYear(typed.into());
    refused("2026-2027", "2026-2028", "plans[0].school_year", year("2026-2028"));
    refused("2026-2027", "nay", "plans[0].school_year", year("nay"));
    refused("\"month\": 9", "\"month\": 300", "plans[0].date.month", OutOfRange("300".into()));
    let last = "\"year\": 2026}, \"options\": {\"page\": {\"letters\": 15}}";
    refused("\"year\": 2026}", last, "plans[0].options.page.letters", OutOfRange("15".into()));
    let form = "\"form\": \"form-2-2026\",";
    let alone = "\"school_year\": \"nay\"}, {\"form\": \"form-2-2026\",";
    let json = BY_HAND.replacen("\"school_year\": \"2026-2027\",", "", 1).replacen(form, alone, 1);
    let place = "plans[0].school_year".into();
    assert_eq!(read(&json), Err(ImportError::At { place, problem: year("nay") }), "the last key");
    let terms = |day: &str| {
        format!(
            "\"term_dates\": [{{\"school_year\": \"2026-2027\", \"start\": \"{day}\", \
             \"term_1_end\": \"2027-01-15\", \"end\": \"2027-05-31\"}}], \"plans\""
        )
    };
    assert!(read(&BY_HAND.replacen("\"plans\"", &terms("2026-09-05"), 1)).is_ok());
    refused("\"plans\"", &terms("2026-09-31"), "term_dates[0].start", NoSuchDay);
}

#[test]
fn a_date_of_which_a_part_is_blank_comes_in() {
    for date in ["\"day\": 31", "\"day\": 29, \"month\": 2", "\"year\": 2026"] {
        read(&BY_HAND.replace("\"month\": 9, \"year\": 2026", date)).unwrap();
    }
}

#[test]
fn a_refusal_is_said_without_the_words_of_the_parser() {
    let english = ["expected", "invalid", "struct", "parsed", "string", "integer", "sequence"];
    for json in [
        "[]",
        "null",
        "{\"format\": 1, \"plans\": {}}",
        "{\"format\": 1, \"plans\": [{\"school_year\": 5}]}",
        "{\"format\": 1, \"school\": {\"school\": 1.5}}",
        "{\"format\": 1, \"school\": {\"school\": true}}",
        "{\"format\": 1, \"next_id\": -3}",
        "{\"format\": 1, \"next_id\": 1e9}",
        "{\"format\": 0}",
    ] {
        let sentence = import_error(&read(json).unwrap_err());
        for word in english {
            assert!(!sentence.contains(word), "{json}: {sentence}");
        }
    }
}

#[test]
fn what_is_no_dossier_has_kinds_of_its_own() {
    assert_eq!(read("{\"plans\": []}"), Err(ImportError::NoFormat));
    assert_eq!(read("{\"format\": 5, \"new\": 1}"), Err(ImportError::Format("5".into())));
    assert_eq!(read("xin chào"), Err(ImportError::NotJson { line: 1, column: 1 }));
    assert!(matches!(read("{\"format\": 1} {}"), Err(ImportError::NotJson { .. })));
    assert!(matches!(read(""), Err(ImportError::NotJson { .. })));
    let wide: Vec<u8> = BY_HAND.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for start in [&b"\xFF\xFE"[..], b""] {
        let read = import::json(&[start, &wide].concat(), Limits::default());
        assert_eq!(read, Err(ImportError::NotUtf8));
    }
    let small = import::json(BY_HAND.as_bytes(), Limits { bytes: 100 });
    assert_eq!(small, Err(ImportError::TooLarge { limit: 100 }));
}

#[test]
fn a_catalogue_is_read_from_a_file_of_its_own() {
    let read = |json: &str| import::catalogue(json.as_bytes());
    let good = r#"{"id": "c", "circular": "57/2026", "standards": [
        {"number": 1, "name": "Một", "criteria": [{"code": "1.1", "name": "Tên"}]}]}"#;
    assert_eq!(read(good).unwrap().name_of("1.1"), Some("Tên"));
    assert!(read(&good.replace("\"c\"", "\"\"")).is_err());
    assert!(read(&good.replace("\"name\": \"Một\"", "\"tên\": 1")).is_err());
}

#[test]
fn plans_of_another_file_come_in_with_fresh_numbers() {
    let mut own = dossier();
    let mut other = dossier();
    let catalogue = |circular: &str| {
        let json = format!(r#"{{"id": "c", "circular": "{circular}"}}"#);
        std::sync::Arc::new(import::catalogue(json.as_bytes()).unwrap())
    };
    own.school.school = "Trường A".into();
    own.catalogues = vec![catalogue("của A")];
    other.school.school = "Trường B".into();
    other.catalogues = vec![catalogue("của B")];
    std::sync::Arc::make_mut(&mut other.plans[0]).catalogue = Some("c".into());
    let once = import::into(&own, &other, &[]);
    assert_eq!(once.plans.len(), 4);
    assert_eq!(once.school.school, "Trường A");
    assert!(once.plans[2].ids().all(|id| id >= Id(50) && id < once.next_id));
    assert_eq!(once.plans[3].amends, Some(once.plans[2].id));
    assert_eq!(once.plans[2].catalogue.as_deref(), Some("c-2"));
    assert_eq!(once.catalogues[1].circular, "của B");
    let twice = import::into(&once, &other, &[]);
    assert_eq!(twice.catalogues.len(), 2, "the same catalogue came in once more");
    assert_eq!(twice.plans[4].catalogue.as_deref(), Some("c-2"));
    std::sync::Arc::make_mut(&mut other.catalogues[0]).circular = "khác nữa".into();
    std::sync::Arc::make_mut(&mut other.plans[0]).catalogue = None;
    let unused = import::into(&once, &other, &[]);
    let ids: Vec<&str> = unused.catalogues.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["c", "c-2", "c-3"], "one that no plan uses comes in as well");
    let again = import::json(&export::json(&twice).unwrap(), Limits::default());
    assert_eq!(again.as_ref(), Ok(&twice));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_written_is_read_back(seeds in seeds()) {
        let mut history = caitien::edit::History::new(std::sync::Arc::new(dossier()));
        for seed in &seeds {
            let _ = history.edit(edit(history.current(), seed), None);
        }
        let bytes = export::json(history.current()).unwrap();
        let read = import::json(&bytes, Limits::default()).unwrap();
        prop_assert_eq!(&read, &**history.current());
        prop_assert_eq!(export::json(&read).unwrap(), bytes);
    }

    #[test]
    fn no_bytes_make_it_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = BY_HAND.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = import::json(&bytes, Limits::default());
        let _ = import::json(&bytes[..at], Limits::default());
    }
}
