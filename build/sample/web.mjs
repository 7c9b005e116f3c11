import { credits } from './release.mjs'

const menu = ['Trang chủ', 'Giới thiệu', 'Hoạt động của HĐND', 'Đoàn ĐBQH', 'Giám sát', 'Ý kiến cử tri', 'Văn bản']

const figureOf = (src, { caption }) =>
  `<figure class="anh-bai"><img src="${src}" alt="" width="800" height="533"><figcaption>${caption}</figcaption></figure>`
const tableOf = (src, { caption }) =>
  `<table class="picture" align="center"><tbody><tr><td class="pic"><img src="${src}" alt="${caption}"></td></tr><tr><td class="caption">${caption}</td></tr></tbody></table>`

/** A portal: breadcrumb, date line with weekday, sapo in bold, figures, related news below. */
function portal(release, src) {
  const flow = release.flow.map((block) =>
    block.picture ? figureOf(src(block.picture), block) : `<p style="text-align: justify;">${block.text}</p>`,
  )
  const [author, photographer] = credits(release)
  return `<!DOCTYPE html>
<!-- saved from url=(0058)https://hdnd.vanlinh.example/y-kien-cu-tri/cau-na-may.html -->
<html lang="vi"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>${release.title} - Cổng thông tin HĐND tỉnh Vân Lĩnh</title>
<meta name="description" content="${release.lede}">
<meta property="og:title" content="${release.title}">
<meta property="og:site_name" content="Cổng thông tin HĐND tỉnh Vân Lĩnh">
<meta property="article:published_time" content="2024-11-07T08:15:00+07:00">
<link rel="stylesheet" href="${src('style.css')}">
</head><body>
<header id="dau-trang"><img src="${src('logo.png')}" alt="Logo" width="72" height="72"><div class="ten-cong">CỔNG THÔNG TIN ĐIỆN TỬ HĐND TỈNH VÂN LĨNH</div>
<nav><ul>${menu.map((item) => `<li><a href="#">${item}</a></li>`).join('')}</ul></nav></header>
<div class="duong-dan"><a href="#">Trang chủ</a> » <a href="#">Ý kiến cử tri</a></div>
<main><article class="chi-tiet">
<h1 class="tieu-de">${release.title}</h1>
<div class="ngay-dang">Thứ Năm, 07/11/2024, 08:15</div>
<div class="sapo"><strong>${release.lede}</strong></div>
<div class="noi-dung">
${flow.join('\n')}
<p class="tac-gia" style="text-align: right;"><strong>${author}</strong></p>
<p class="nguon-anh" style="text-align: right;"><em>${photographer}</em></p>
</div>
<div class="chia-se"><a href="#">Chia sẻ</a> <a href="#">In bài viết</a></div>
</article>
<section class="tin-khac"><h3>Tin cùng chuyên mục</h3><ul>
<li><a href="#">Trả lời kiến nghị của cử tri về chợ xã Tân Mộc</a> <span>(04/11/2024)</span></li>
<li><a href="#">Lịch tiếp công dân tháng 11 của Thường trực HĐND tỉnh</a> <span>(31/10/2024)</span></li>
</ul></section></main>
<aside><h3>Thăm dò ý kiến</h3><p>Bạn đánh giá giao diện mới của Cổng thông tin như thế nào?</p><button>Bình chọn</button></aside>
<footer><p>Bản quyền thuộc về HĐND tỉnh Vân Lĩnh. Ghi rõ nguồn khi phát hành lại thông tin từ trang này.</p><p>Lượt truy cập: 1.204.518</p></footer>
</body></html>
`
}

/** A newspaper page: author and time under the headline, pictures in tables, comments and tags below. */
function newspaper(release, src) {
  const flow = release.flow.map((block) =>
    block.picture ? tableOf(src(block.picture), block) : `<p>${block.text}</p>`,
  )
  const [author, photographer] = credits(release)
  return `<!DOCTYPE html>
<!-- saved from url=(0061)https://bao.vanlinh.example/thoi-su/khanh-thanh-cau-na-may.htm -->
<html lang="vi"><head><meta charset="utf-8"><title>${release.title} | Báo Vân Lĩnh điện tử</title>
<meta property="og:site_name" content="Báo Vân Lĩnh điện tử">
<link rel="stylesheet" href="${src('style.css')}"><script>window.trang = "chi-tiet"</script>
</head><body class="bai">
<div id="menu">${menu
    .slice(0, 5)
    .map((item) => `<a href="#">${item}</a>`)
    .join(' | ')}</div>
<div id="khung"><div class="cot-trai">
<h1>${release.title}</h1>
<p class="thoi-gian">19/12/2025 15:42</p>
<h2 class="sapo">${release.lede}</h2>
<div id="noidung">
${flow.join('\n')}
<p align="right"><b>${author}</b></p>
<p align="right"><i>${photographer}</i></p>
</div>
<div class="tu-khoa">Từ khóa: <a href="#">cầu Nà Mây</a>, <a href="#">khánh thành</a></div>
<div class="binh-luan"><h4>Viết bình luận mới</h4><textarea rows="3"></textarea><span>Bạn còn 500/500 ký tự</span></div>
<div class="lien-quan"><h4>Tin liên quan</h4><ul><li><a href="#">Hợp long cầu Nà Mây trước lũ tiểu mãn</a></li><li><a href="#">Xã Phiêng Cọ ra quân làm đường hoa</a></li></ul></div>
</div></div>
<div id="chan">Giấy phép hoạt động báo điện tử do cơ quan có thẩm quyền cấp. Toà soạn: phường Vân Trung.</div>
</body></html>
`
}

export const pageStyle = `body { font-family: "Times New Roman", serif; margin: 0 auto; max-width: 960px; }
figure, table.picture { margin: 12px auto; text-align: center; }
figcaption, td.caption { font-style: italic; }
.sapo { font-weight: bold; }
`

/**
 * One saved page.
 * @param {'portal' | 'newspaper'} form
 * @param {(name: string) => string} src where a picture or style of the page lies
 */
export const asPage = (release, form, src) => (form === 'portal' ? portal : newspaper)(release, src)
