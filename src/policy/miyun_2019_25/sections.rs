//! The chapters and, in the second chapter, the sections.

use crate::rule::Section;
use crate::text::{Text, text};

/// All, in order.
pub static ALL: &[&Section] =
    &[&GENERAL, &OPENING, &PREMISES, &INCREASE, &GROWTH, &ECONOMY, &REFERRAL, &SERVICES, &APPROVAL, &FINAL];

const CHAPTER_2: Option<Text> = Some(text("第二章 支持方向和标准", "Chapter 2 Support"));

/// 第一章
pub static GENERAL: Section = Section { chapter: None, title: text("第一章 总则", "Chapter 1 General") };
/// 第二章第一节
pub static OPENING: Section = Section { chapter: CHAPTER_2, title: text("第一节 开办", "Section 1 Opening") };
/// 第二章第二节
pub static PREMISES: Section = Section { chapter: CHAPTER_2, title: text("第二节 购租房", "Section 2 Premises") };
/// 第二章第三节
pub static INCREASE: Section =
    Section { chapter: CHAPTER_2, title: text("第三节 增资", "Section 3 Capital increase") };
/// 第二章第四节
pub static GROWTH: Section = Section { chapter: CHAPTER_2, title: text("第四节 发展壮大", "Section 4 Growth") };
/// 第二章第五节
pub static ECONOMY: Section =
    Section { chapter: CHAPTER_2, title: text("第五节 实体经济", "Section 5 Real economy") };
/// 第二章第六节
pub static REFERRAL: Section =
    Section { chapter: CHAPTER_2, title: text("第六节 招商引资", "Section 6 Introduction") };
/// 第二章第七节
pub static SERVICES: Section =
    Section { chapter: CHAPTER_2, title: text("第七节 配套服务", "Section 7 Services") };
/// 第三章
pub static APPROVAL: Section =
    Section { chapter: None, title: text("第三章 审批及监管", "Chapter 3 Approval and supervision") };
/// 第四章
pub static FINAL: Section = Section { chapter: None, title: text("第四章 附则", "Chapter 4 Final") };
