//! 第二十九条 · residence for fund executives

use crate::applicant::identity::Kind;
use crate::article::Article;
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Case, Clause, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "talent_residence_funds",
    article: Article::new(29),
    title: text("基金人才落户", "Residence for fund talent"),
    brief: Brief {
        whom: text(
            "基金管理机构的高级管理人才和投资人才",
            "Senior managers and investment professionals of fund managers",
        ),
        looks_at: text(
            "任职满三年，管理人和基金都设在密云并备案，合乎京人社调发〔2018〕38号",
            "Three years in post, manager and funds in Miyun and filed, and 京人社调发〔2018〕38号",
        ),
        gives: text("可申请办理引进落户，不计金额", "They may apply for Beijing residence; not priced"),
        lasts: text("按人办理", "Person by person"),
    },
    kinds: kinds::of(&[Kind::FundManager]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&TENURE, &SEAT, &RESIDENCE],
    tiers: &[],
    doubts: &[],
    evidence: &[
        copy_of("任职文件和劳动合同（任职满三年）", "Appointment and labour contract showing three years in post"),
        copy_of("社会保险和个人所得税记录", "Records of social insurance and income tax"),
        copy_of("管理人登记和全部基金备案证明", "Registration of the manager and filings of all funds"),
        original("京人社调发〔2018〕38号规定的申请表", "Application forms under 京人社调发〔2018〕38号"),
    ],
    read,
};

static TENURE: Provision =
    Provision::new(29, "本人任职须满三年，由受理部门核实", "three years in post, which the receiving office checks");
static SEAT: Provision = Provision::new(
    29,
    "管理人和所管基金须都在密云并已备案，由受理部门核实",
    "manager and funds all in Miyun and filed, which the receiving office checks",
);
static RESIDENCE: Provision =
    Provision::new(29, "可申请引进落户；只列出，不计金额", "residence may be applied for: listed, not priced");

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.settle(())?;

    case.remark(&TENURE, Place::Whole);
    case.remark(&SEAT, Place::Whole);
    case.remark(&RESIDENCE, Place::Whole);
    case.in_kind();
    Ok(())
}
