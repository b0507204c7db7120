//! The short forms that schools write, and what they stand for.

/// Short form and what it stands for; one long form may have several short ones.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("HT", "Hiệu trưởng"),
    ("PHT", "Phó Hiệu trưởng"),
    ("BGH", "Ban Giám hiệu"),
    ("GĐ", "Giám đốc"),
    ("PGĐ", "Phó Giám đốc"),
    ("BGĐ", "Ban Giám đốc"),
    ("CBQL", "Cán bộ quản lý"),
    ("CB", "Cán bộ"),
    ("GV", "Giáo viên"),
    ("NV", "Nhân viên"),
    ("HS", "Học sinh"),
    ("HV", "Học viên"),
    ("CB-GV-NV", "Cán bộ, giáo viên, nhân viên"),
    ("CBGVNV", "Cán bộ, giáo viên, nhân viên"),
    ("CBGV", "Cán bộ, giáo viên"),
    ("GVCN", "Giáo viên chủ nhiệm"),
    ("GVBM", "Giáo viên bộ môn"),
    ("TTCM", "Tổ trưởng chuyên môn"),
    ("TPCM", "Tổ phó chuyên môn"),
    ("TCM", "Tổ chuyên môn"),
    ("TPT", "Tổng phụ trách"),
    ("CTCĐ", "Chủ tịch Công đoàn"),
    ("CĐ", "Công đoàn"),
    ("BCH", "Ban Chấp hành"),
    ("TTrND", "Thanh tra nhân dân"),
    ("KT", "Kế toán"),
    ("VT", "Văn thư"),
    ("TV", "Thư viện"),
    ("TB", "Thiết bị"),
    ("CMHS", "Cha mẹ học sinh"),
    ("PHHS", "Cha mẹ học sinh"),
    ("XHH", "Xã hội hóa"),
    ("CSVC", "Cơ sở vật chất"),
    ("CNTT", "Công nghệ thông tin"),
    ("GDĐT", "Giáo dục và Đào tạo"),
    ("GD&ĐT", "Giáo dục và Đào tạo"),
    ("HĐTĐG", "Hội đồng tự đánh giá"),
    ("HĐT", "Hội đồng trường"),
    ("TNTP", "Thiếu niên Tiền phong"),
    ("TNCS", "Thanh niên Cộng sản"),
    ("TN", "Thanh niên"),
];

/// What a short form stands for, capitals as in the table.
#[must_use]
pub fn expand_word(short: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(known, _)| *known == short).map(|(_, long)| *long)
}
