//! 第三十条 · residence for executives and key staff

use crate::article::Article;
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Case, Clause, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "talent_residence",
    article: Article::new(30),
    title: text("机构人才落户", "Residence for executives and key staff"),
    brief: Brief {
        whom: text(
            "经批准设立或审核备案的机构的高管和业务骨干",
            "Executives and key staff of institutions approved or vetted and filed",
        ),
        looks_at: text(
            "服务北京高精尖产业的成效，由区级部门评价",
            "What the institution does for Beijing's high-end sectors, as the district judges",
        ),
        gives: text("可申请办理引进落户，不计金额", "They may apply for Beijing residence; not priced"),
        lasts: text("按人办理", "Person by person"),
    },
    kinds: kinds::EIGHT,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&MERIT, &RESIDENCE],
    tiers: &[],
    doubts: &[],
    evidence: &[
        copy_of("机构资质（批准或备案文件）", "Proof of the institution's approval or filing"),
        original("高管和业务骨干名单", "List of executives and key staff"),
        original("服务高精尖产业的情况说明", "Statement of what was done for high-end sectors"),
    ],
    read,
};

static MERIT: Provision = Provision::new(
    30,
    "服务高精尖产业的成效没有写数字，由区级部门评价",
    "no figure is given for the service to high-end sectors: the district judges",
);
static RESIDENCE: Provision =
    Provision::new(30, "可申请引进落户；只列出，不计金额", "residence may be applied for: listed, not priced");

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.settle(())?;

    case.remark(&MERIT, Place::Whole);
    case.remark(&RESIDENCE, Place::Whole);
    case.in_kind();
    Ok(())
}
