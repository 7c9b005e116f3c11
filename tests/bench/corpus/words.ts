import type { EventType, Genre } from '#core/model/vocabulary'

/** Chance that gives the same corpus every time. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return this.state / 4_294_967_296
  }

  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  /** One of a list; the first ones far more often, as in a language. */
  skewed<T>(list: readonly T[], power = 4): T {
    return list[Math.floor(list.length * this.next() ** power)]!
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
}

const common =
  'của và các cho trong đã được với là có về công tác nhân dân tỉnh huyện xã hội đồng ủy ban đảng phát triển kinh tế dự án nông thôn mới cử tri kiến nghị báo cáo kết quả thực hiện nhiệm vụ năm tháng ngày sáng chiều đoàn giám sát khảo sát đầu tư xây dựng trường học y tế giao thông thủy lợi nước sạch môi trường chính sách hỗ trợ hộ nghèo thôn bản đồng bào dân tộc chủ tịch phó trưởng phòng sở ngành địa phương đề nghị tiếp tục quan tâm chỉ đạo tăng cường kiểm tra xử lý đất đai quy hoạch ngân sách thu chi kỳ họp nghị quyết đại biểu quốc hội tham gia ý kiến thảo luận biểu dương khen thưởng tập thể cá nhân'.split(
    ' ',
  )
const onsets = 'b c ch d đ g gi h kh l m n ng ngh nh ph qu s t th tr v x'.split(' ')
const rimes = 'an ân ăn ang anh ao au ay ên iên inh oan oi ôi ơi ong ông ung ươi ương uyên a ê i o ô ơ u ư'.split(' ')
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** Common syllables first, then every other that can be made: a few make up most of a text. */
const syllables = (() => {
  const chance = new Chance(11)
  const made = Array.from({ length: 3_000 }, () => {
    const rime = chance.one(rimes)
    const vowel = rime.search(/[aăâeêioôơuư]/) + 1
    return (chance.one(onsets) + rime.slice(0, vowel) + chance.one(tones) + rime.slice(vowel)).normalize('NFC')
  })
  return [...new Set([...common, ...made])]
})()

/** Running words. */
export function wordsFrom(chance: Chance, count: number): string {
  const words = new Array<string>(count)
  for (let at = 0; at < count; at++) words[at] = chance.skewed(syllables)
  return words.join(' ')
}

const surnames = 'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Ma Lương Hà Triệu Quan'.split(' ')
const middles = 'Văn Thị Đức Minh Thanh Hữu Quang Xuân Ngọc Thu Hồng Đình Bá Kim'.split(' ')
const given =
  'An Bình Chiến Dung Giang Hà Hải Hằng Hòa Hương Khánh Lan Lâm Loan Mai Nam Nga Phúc Quân Sơn Tâm Thảo Thủy Toàn Trung Tuấn Vân Yến'.split(
    ' ',
  )

/** A person's name. */
export function nameFrom(chance: Chance): string {
  return `${chance.one(surnames)} ${chance.one(middles)} ${chance.one(middles)} ${chance.one(given)}`
}

export const offices = [
  'Chủ tịch HĐND tỉnh',
  'Phó Chủ tịch HĐND tỉnh',
  'Phó Chủ tịch Hội đồng nhân dân huyện',
  'Trưởng ban Pháp chế HĐND tỉnh',
  'Phó Trưởng ban Kinh tế - Ngân sách',
  'Bí thư Huyện ủy',
  'Giám đốc Sở Nông nghiệp và Môi trường',
  'Phó Giám đốc Sở Xây dựng',
  'Chủ tịch UBND huyện',
  'Ủy viên Ban Thường vụ Tỉnh ủy',
  'Phó Trưởng Đoàn ĐBQH tỉnh',
  'Chánh Văn phòng',
]

export const placeNames = [
  ...'Chiêm Hóa,Na Hang,Lâm Bình,Hàm Yên,Yên Sơn,Sơn Dương,Vị Xuyên,Bắc Quang,Quang Bình,Đồng Văn,Mèo Vạc'.split(','),
  ...'Minh Quang,Kim Bình,Trung Hà,Hùng Đức,Thái Sơn,Tân Trào,Phú Lương,Bạch Xa,Vinh Quang,Hòa An,Linh Phú'.split(','),
]

export const eventKinds: [EventType, string][] = [
  ['session', 'Kỳ họp'],
  ['conference', 'Hội nghị tổng kết'],
  ['voter-meeting', 'Hội nghị tiếp xúc cử tri'],
  ['supervision', 'Giám sát'],
  ['survey', 'Khảo sát'],
  ['ceremony', 'Lễ khởi công'],
  ['visit', 'Thăm và tặng quà'],
  ['working-visit', 'Buổi làm việc'],
]

export const genres: Genre[] = ['news', 'news', 'news', 'feature', 'photo-story', 'interview', 'notice']
