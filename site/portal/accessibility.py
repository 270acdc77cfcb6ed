"""The accessibility statement every site starts with; editors make it their own."""

from wagtail.rich_text import RichText

TITLE, TITLE_EN = "Trang cho mọi người", "Accessibility"
SUMMARY = "Ai cũng đọc được, gửi được: mắt kém, tay run, máy cũ, mạng yếu."
SUMMARY_EN = "For everybody: weak eyes, unsteady hands, an old phone, a slow network."

BODY = [
    ("heading", "Trang đã làm được gì"),
    (
        "text",
        RichText(
            "<ul>"
            "<li>Chữ to, bấm <b>A+</b> ở đầu trang để to hơn nữa; phóng đến gấp đôi vẫn không phải kéo ngang.</li>"
            "<li>Dùng được bằng bàn phím và trình đọc màn hình; ảnh có lời tả.</li>"
            "<li>Không cần tài khoản, không cần bật JavaScript, không mở trang nào khác.</li>"
            "<li>Màu chữ đủ đậm, cả khi máy để nền tối.</li>"
            "</ul>"
        ),
    ),
    ("heading", "Trang theo tiêu chuẩn nào"),
    (
        "text",
        RichText(
            "<p>Trang được làm theo chuẩn quốc tế WCAG 2.2 mức AA và Thông tư 26/2020/TT-BTTTT về hỗ trợ người khuyết tật "
            "tiếp cận, sử dụng sản phẩm, dịch vụ thông tin và truyền thông. Tệp PDF do nơi khác gửi đến có thể chưa đạt.</p>"
        ),
    ),
    ("heading", "Gặp chỗ khó dùng"),
    (
        "text",
        RichText(
            '<p>Bà con <a href="/gop-y/">gửi ý kiến</a> hoặc gọi số điện thoại ở chân trang; Mặt trận sẽ sửa.</p>'
        ),
    ),
]

BODY_EN = [
    ("heading", "What this site does"),
    (
        "text",
        RichText(
            "<ul>"
            "<li>Large type, larger with <b>A+</b> at the top; enlarged twofold nothing has to be scrolled sideways.</li>"
            "<li>Works by keyboard and with screen readers; pictures are described.</li>"
            "<li>No account, no JavaScript, nothing loaded from elsewhere.</li>"
            "<li>Strong contrast, in dark mode too.</li>"
            "</ul>"
        ),
    ),
    ("heading", "By which standard"),
    ("text", RichText("<p>WCAG 2.2, level AA. PDF files that others sent us may fall short of it.</p>")),
    ("heading", "If something is hard to use"),
    ("text", RichText('<p><a href="/en/gop-y/">Tell us</a>, or ring the number at the foot of the page.</p>')),
]
