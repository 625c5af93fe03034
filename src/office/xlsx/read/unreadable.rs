//! Why a workbook is not opened.

use crate::drafts::draft;
use crate::office::xlsx::read::{Choice, MOST_NAMED, Refused, Twice};
use crate::text::{Lang, Text, text};

/// Why a file is not opened.
#[derive(Clone, PartialEq, Debug)]
pub enum Unreadable {
    /// Not a workbook, or a damaged one; where the reader stopped.
    Damaged(String),
    /// Larger than this program opens.
    TooLarge,
    /// A workbook of someone else.
    NotOurs,
    /// Written by a newer version of the program.
    Newer(u64),
    /// What is no answer cannot be read.
    Draft(draft::Unreadable),
    /// Cells that are refused, and how many more.
    Cells(Vec<Refused>, usize),
    /// Questions that are answered in several places, differently.
    Twice(Box<Choice>),
    /// Two columns of a sheet hold the same: what, and where.
    TwoColumns(Text, [String; 2]),
    /// Columns that are gone from a sheet: the sheet, and what they are called.
    NoColumn(String, Vec<Text>),
}

impl Unreadable {
    /// What is wrong with the file, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let words = match self {
            Self::Damaged(_) => text(
                "不是Excel工作簿，或文件已损坏。请重新取得，或用Excel、WPS打开后另存为.xlsx。",
                "it is no workbook, or damaged. Get it again, or open it in Excel or WPS and save it as .xlsx.",
            ),
            Self::TooLarge => text(
                "文件太大。请打开同一份申报的JSON或ZIP文件。",
                "it is too large. Open the JSON or ZIP file of the same application.",
            ),
            Self::NotOurs => text(
                "不是本程序写出的工作簿，或“填报内容”和隐藏的“_miyun”表都已被删。请打开同一份申报的JSON或ZIP文件。",
                "it is no workbook of this program, or both its sheet of inputs and its hidden sheet _miyun were deleted. Open the JSON or ZIP file of the same application.",
            ),
            Self::Newer(version) => {
                return match lang {
                    Lang::Zh => format!("由更新的版本写成（{version}），请用新版打开。"),
                    Lang::En => format!("it was written by a newer version ({version}): open it with that one."),
                };
            }
            Self::Draft(why) => return why.says(lang),
            Self::Cells(refused, more) => {
                let head = match lang {
                    Lang::Zh => "有的格子读不懂，请改正后再打开：",
                    Lang::En => "some cells cannot be read, correct them and open it again:",
                };
                let mut lines = vec![head.to_owned()];
                lines.extend(refused.iter().map(|refused| refused.says(lang)));
                if *more > 0 {
                    lines.push(if lang == Lang::Zh { format!("另有{more}处") } else { format!("{more} more") });
                }
                return lines.join("\n");
            }
            Self::Twice(twice) => {
                let named = twice.questions.iter().take(MOST_NAMED).map(|Twice { spec, answers }| {
                    let places = answers.iter().map(|(place, _)| place.as_str()).collect::<Vec<_>>();
                    match lang {
                        Lang::Zh => format!("{}在{}", spec.label.zh, places.join("和")),
                        Lang::En => format!("{} in {}", spec.label.en, places.join(" and in ")),
                    }
                });
                let named = named.collect::<Vec<_>>().join(if lang == Lang::Zh { "；" } else { "; " });
                return match lang {
                    Lang::Zh => {
                        format!("同一项有两处，内容不同：{named}。请删去不要的一处（或整张复制的表），保存后再打开。")
                    }
                    Lang::En => {
                        format!(
                            "the same item stands in two places that differ: {named}. Delete the one that is not meant (or the copied sheet), save and open it again."
                        )
                    }
                };
            }
            Self::TwoColumns(label, [first, second]) => {
                return match lang {
                    Lang::Zh => format!("“{}”有两列：{first}和{second}。请删去不要的一列，保存后再打开。", label.zh),
                    Lang::En => format!(
                        "“{}” stands in two columns, {first} and {second}. Delete the one that is not meant, save and open it again.",
                        label.en
                    ),
                };
            }
            Self::NoColumn(sheet, columns) => {
                let comma = if lang == Lang::Zh { "、" } else { ", " };
                let named = columns.iter().map(|column| column.get(lang)).collect::<Vec<_>>().join(comma);
                return match lang {
                    Lang::Zh => format!("“{sheet}”表里找不到这些列：{named}。请把列补回（表头照写），保存后再打开。"),
                    Lang::En => {
                        format!(
                            "columns are gone from the sheet “{sheet}”: {named}. Put them back under these heads, save and open it again."
                        )
                    }
                };
            }
        };
        words.get(lang).to_owned()
    }
}
