//! What the papers have that a plan has not: no date at the head, to whom they go, tables of words.

use std::sync::Arc;

use caitien::document::Block as Printed;
use caitien::library::{MINUTES, REPORT};
use caitien::plan::{
    Block, Dossier, Letterhead, Level, Paper, Paragraph, Part, Plan, PlanDate, SchoolYear,
    Signature, TextColumn, TextRow, TextTable,
};

use super::{document_of, judged};
use crate::layout::{find, lines};

fn table() -> TextTable {
    let column = |title: &str, centred| TextColumn { title: title.to_owned(), centred };
    let row = |bold, cells: [&str; 3]| TextRow { bold, cells: cells.map(str::to_owned).to_vec() };
    TextTable {
        columns: vec![column("TT", true), column("Tiêu chuẩn", false), column("Số nội dung", true)],
        rows: vec![
            row(false, ["1", "Quản trị nhà trường", "3"]),
            row(false, ["2", "Phát triển đội ngũ", "2"]),
            row(true, ["", "Tổng số", "5"]),
        ],
    }
}

fn paper(kind: Paper) -> Plan {
    let part = Part {
        blocks: vec![
            Block::Paragraph(Paragraph::plain(Level::Number, "Kết quả theo tiêu chuẩn:")),
            Block::Table(table()),
            Block::Paragraph(Paragraph::plain(Level::None, "Cuộc họp kết thúc cùng ngày./.")),
        ],
        ..Part::default()
    };
    let signature = |position: &str, name: &str| Signature {
        position: position.to_owned(),
        name: name.to_owned(),
        ..Signature::default()
    };
    let both = [signature("Thư ký", "Lê Thị Hạnh"), signature("Chủ tọa", "Trần Văn Minh")];
    Plan {
        paper: kind,
        form: if kind == Paper::Minutes { MINUTES } else { REPORT },
        letterhead: Letterhead {
            governing_body: "UBND xã Hòa Sơn".to_owned(),
            school: "Trường THCS Hòa Sơn".to_owned(),
            place: "Hòa Sơn".to_owned(),
            ..Letterhead::default()
        },
        symbol: if kind == Paper::Minutes { "BB-THCSHS" } else { "BC-THCSHS" }.to_owned(),
        date: PlanDate { day: Some(15), month: Some(1), year: Some(2027) },
        doc_type: if kind == Paper::Minutes { "BIÊN BẢN" } else { "BÁO CÁO" }.to_owned(),
        subject: vec!["Rà soát việc thực hiện kế hoạch năm học 2026 - 2027".to_owned()],
        parts: vec![Arc::new(part)],
        recipients: vec!["Hội đồng tự đánh giá".to_owned(), "Lưu: VT, hồ sơ".to_owned()],
        signatures: if kind == Paper::Minutes { both.to_vec() } else { both[1..].to_vec() },
        ..Plan::empty(SchoolYear::starting(2026).unwrap())
    }
}

#[test]
fn minutes_have_no_date_at_the_head_and_who_receives_them_comes_last() {
    let (pages, _) = judged(&document_of(&Dossier::default(), &paper(Paper::Minutes)));
    assert_eq!(pages.pages.len(), 1);
    let lines = lines(&pages.pages[0]);
    assert!(lines.iter().all(|line| !line.contains("ngày 15")), "{lines:?}");
    let [secretary, chair] = ["THƯ KÝ", "CHỦ TỌA"].map(|words| find(&pages, words).1);
    assert!((secretary.y - chair.y).abs() < 0.01 && secretary.x < chair.x);
    let names = find(&pages, "Lê Thị Hạnh").1;
    let recipients = find(&pages, "Nơi nhận:").1;
    assert!(recipients.y > names.y && (recipients.x - pages.pages[0].text_area.0.0).abs() < 0.01);
    assert_eq!(lines.last().unwrap(), "- Lưu: VT, hồ sơ.");
}

#[test]
fn a_report_says_under_its_title_to_whom_it_goes() {
    let told = |addressees: &[&str]| {
        let mut report = paper(Paper::Report);
        report.addressees = addressees.iter().map(|line| (*line).to_owned()).collect();
        let document = document_of(&Dossier::default(), &report);
        judged(&document);
        let at = document.blocks.iter().position(|block| matches!(block, Printed::Title { .. }));
        let texts = document.blocks.iter().skip(at.unwrap() + 1).map_while(|block| match block {
            Printed::Paragraph(text) if text.runs[0].text.starts_with(['K', '-']) => {
                Some(text.runs[0].text.clone())
            }
            _ => None,
        });
        let mut texts: Vec<String> = texts.collect();
        texts.retain(|text| !text.starts_with("Kết quả"));
        texts
    };
    assert_eq!(told(&[]), [""; 0]);
    assert_eq!(told(&["UBND xã Hòa Sơn"]), ["Kính gửi: UBND xã Hòa Sơn."]);
    assert_eq!(
        told(&["UBND xã Hòa Sơn", "- Phòng Văn hóa - Xã hội xã;", " "]),
        ["Kính gửi:", "- UBND xã Hòa Sơn;", "- Phòng Văn hóa - Xã hội xã;"]
    );
    let mut report = paper(Paper::Report);
    report.addressees = vec!["UBND xã Hòa Sơn".to_owned()];
    let (pages, word) = judged(&document_of(&Dossier::default(), &report));
    let ((left, _), (right, _)) = pages.pages[0].text_area;
    let line = find(&pages, "Kính gửi: ").1;
    assert_eq!(line.face, caitien::layout::FaceId::Regular);
    let middle = f32::midpoint(line.x, crate::layout::right_end(line));
    assert!((middle - f32::midpoint(left, right)).abs() < 1.0, "{middle}");
    let styled = word.all("w:p").into_iter().find(|one| one.words().contains("Kính gửi"));
    let style = styled.unwrap().child("w:pPr").unwrap().child("w:pStyle").unwrap();
    assert_eq!(style.attributes["w:val"], "CentredNote");
}

#[test]
fn a_sum_stands_in_bold_letters_and_numbers_in_the_middle() {
    let (pages, word) = judged(&document_of(&Dossier::default(), &paper(Paper::Report)));
    assert_eq!(find(&pages, "Tổng số").1.face, caitien::layout::FaceId::Bold);
    assert_eq!(find(&pages, "Quản trị nhà trường").1.face, caitien::layout::FaceId::Regular);
    let cell = |words: &str| {
        let all = word.all("w:p").into_iter();
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut found = all.filter(|one| plain(&one.words()) == words);
        found.next().unwrap()
    };
    let is_bold = |words: &str| !cell(words).all("w:b").is_empty();
    assert!(is_bold("Tổng số") && is_bold("5"));
    assert!(!is_bold("Phát triển đội ngũ") && !is_bold("3"));
    let style = |words: &str| {
        let style = cell(words).child("w:pPr").unwrap().child("w:pStyle").unwrap();
        style.attributes["w:val"].clone()
    };
    assert_eq!([style("3"), style("Phát triển đội ngũ")], ["CentredCell", "Cell"]);
}
