//! A Word file that was sent round comes back to its plan: what its words say otherwise.

use std::sync::Arc;

use caitien::edit::{FreshIds, Words, apply};
use caitien::export::plan_docx;
use caitien::import::{Held, Merge, Target, docx};
use caitien::library;
use caitien::plan::{Block, Dossier, Field, Level, Paragraph, Part, Plan, RecordId};

use super::draft;
use crate::document::{form, sample};

/// What the Word file of a plan, changed so, would change in the plan.
fn coming_back(plan: &Plan, change: impl FnOnce(&mut Plan)) -> Merge {
    let mut changed = plan.clone();
    change(&mut changed);
    let form = form(&plan.form);
    let bytes = plan_docx(&Dossier::default(), &changed, &form, library::faces().unwrap());
    draft(&docx(&bytes.unwrap()).unwrap()).meet(plan)
}

fn table_plan(sample: &Dossier) -> Arc<Plan> {
    let plan = sample.plans.iter().find(|plan| plan.form == library::TABLE_2018);
    Arc::clone(plan.unwrap())
}

/// The first part whose first stretch has two paragraphs or more, by its index.
fn worded(plan: &Plan) -> usize {
    plan.parts.iter().position(|part| part.stretch(0).len() > 1).unwrap()
}

fn set_text(part: &mut Arc<Part>, at: usize, text: &str) {
    if let Block::Paragraph(paragraph) = &mut Arc::make_mut(part).blocks[at] {
        *paragraph = Paragraph::plain(paragraph.level, text);
    }
}

#[test]
fn a_changed_paragraph_is_a_change_and_keeps_its_level() {
    let sample = sample();
    let plan = table_plan(&sample);
    let part = worded(&plan);
    let old = plan.parts[part].stretch(0)[1].clone();
    let text = format!("{} và báo cáo hội đồng trường", old.text().trim_end_matches('.'));
    let merge = coming_back(&plan, |plan| set_text(&mut plan.parts[part], 1, &text));
    let words = Words::Part { part: plan.parts[part].id, stretch: 0 };
    let [change] = merge.changes.as_slice() else { panic!("{:#?}", merge.changes) };
    assert_eq!(change.target, Target::Paragraph(words, 1));
    assert!(change.conflict, "nobody knows whether the plan was changed meanwhile");
    let Held::Paragraph(incoming) = &change.incoming else { panic!("{change:?}") };
    assert_eq!((incoming.level, incoming.text()), (old.level, text.clone()));
    let edit = merge.edit(&plan, &[true], &mut FreshIds::from(sample.next_id)).unwrap();
    let after = apply(&sample, &edit).unwrap();
    let now = after.plan(plan.id).unwrap();
    assert_eq!(now.parts[part].stretch(0)[1].text(), text);
    assert_eq!(now.parts[part].blocks.len(), plan.parts[part].blocks.len());
}

#[test]
fn added_paragraphs_come_where_they_stand_and_what_the_paper_lacks_stays() {
    let sample = sample();
    let plan = table_plan(&sample);
    let part = worded(&plan);
    let merge = coming_back(&plan, |plan| {
        let blocks = &mut Arc::make_mut(&mut plan.parts[part]).blocks;
        let new = |text: &str| Block::Paragraph(Paragraph::plain(Level::Dash, text));
        blocks.remove(0);
        blocks.insert(1, new("Sơ kết vào cuối học kỳ I."));
        blocks.insert(2, new("Công khai kết quả trên bảng tin."));
    });
    let words = Words::Part { part: plan.parts[part].id, stretch: 0 };
    let targets: Vec<Target> = merge.changes.iter().map(|change| change.target).collect();
    assert_eq!(targets, [Target::NewParagraph(words, 2); 2], "{:#?}", merge.changes);
    assert_eq!(merge.conflicts(), 0);
    let edit = merge.edit(&plan, &merge.free(), &mut FreshIds::from(sample.next_id)).unwrap();
    let after = apply(&sample, &edit).unwrap();
    let texts = |plan: &Plan| -> Vec<String> {
        plan.parts[part].stretch(0).iter().map(Paragraph::text).collect()
    };
    let mut expect = texts(&plan);
    expect.insert(2, "Công khai kết quả trên bảng tin.".to_owned());
    expect.insert(2, "Sơ kết vào cuối học kỳ I.".to_owned());
    assert_eq!(texts(after.plan(plan.id).unwrap()), expect);
}

#[test]
fn a_base_an_item_and_a_part_come_together_in_one_step() {
    let sample = sample();
    let plan = table_plan(&sample);
    let item = plan.items().next().unwrap().id;
    let merge = coming_back(&plan, |plan| {
        plan.bases.push(Paragraph::plain(Level::None, "Căn cứ Nghị quyết của chi bộ nhà trường;"));
        let words = Paragraph::plain(Level::None, "Tổ văn phòng lo cơ sở vật chất.");
        let blocks = vec![Block::Paragraph(words)];
        let heading = "Điều kiện bảo đảm".to_owned();
        let new = Part { heading, blocks, ..Part::default() };
        plan.parts.insert(1, Arc::new(new));
        for row in &mut plan.rows {
            if let caitien::plan::Row::Item(one) = row
                && one.id == item
            {
                "Mục tiêu của tổ".clone_into(&mut Arc::make_mut(one).target);
            }
        }
    });
    let targets: Vec<Target> = merge.changes.iter().map(|change| change.target).collect();
    let base = Target::NewParagraph(Words::Bases, plan.bases.len());
    let target = Target::Text(RecordId::Row(item), Field::Target);
    assert_eq!(targets, [target, base, Target::NewPart(1)], "{:#?}", merge.changes);
    let edit = merge.edit(&plan, &[true; 3], &mut FreshIds::from(sample.next_id)).unwrap();
    let after = apply(&sample, &edit).unwrap();
    let now = after.plan(plan.id).unwrap();
    assert_eq!(now.bases.len(), plan.bases.len() + 1);
    assert_eq!(now.parts[1].heading, "Điều kiện bảo đảm");
    assert_eq!(now.parts.len(), plan.parts.len() + 1);
    assert_eq!(now.item(item).unwrap().target, "Mục tiêu của tổ");
}

/// Every list of people and of problems has one element whose words were changed and one that is
/// new.
#[test]
fn people_problems_and_signers_that_were_corrected_in_word_come_back() {
    let sample = sample();
    for plan in &sample.plans {
        assert_eq!(coming_back(plan, |_| ()).changes, [], "{}", plan.form);
    }
    let plan = table_plan(&sample);
    let merge = coming_back(&plan, |plan| {
        plan.signatures[0].name = "Trần Thị Bích Hậu".to_owned();
        let group = &mut plan.working_groups[0];
        group.members[0].name = "Ông Lê Văn Sửa - Tổ trưởng".to_owned();
        let new = caitien::plan::Member {
            name: "Bà Đỗ Thị Thêm - Thủ quỹ".into(),
            ..Default::default()
        };
        group.members.push(new);
    });
    let texts: Vec<String> = merge
        .changes
        .iter()
        .map(|change| caitien::messages::collect::held(&change.incoming))
        .collect();
    let targets: Vec<Target> = merge.changes.iter().map(|change| change.target).collect();
    let member = plan.working_groups[0].members[0].id;
    assert_eq!(
        targets,
        [
            Target::Text(RecordId::Member(member), Field::Name),
            Target::NewRecord,
            Target::Text(RecordId::Signature(plan.signatures[0].id), Field::Name),
        ],
        "{texts:#?}"
    );
    let edit = merge.edit(&plan, &[true; 3], &mut FreshIds::from(sample.next_id)).unwrap();
    let after = apply(&sample, &edit).unwrap();
    let now = after.plan(plan.id).unwrap();
    assert_eq!(now.signatures[0].name, "Trần Thị Bích Hậu");
    assert_eq!(now.working_groups[0].members[0].name, "Ông Lê Văn Sửa - Tổ trưởng");
    assert_eq!(now.working_groups[0].members.last().unwrap().name, "Bà Đỗ Thị Thêm - Thủ quỹ");
    assert_eq!(now.working_groups[0].members.len(), plan.working_groups[0].members.len() + 1);
}
