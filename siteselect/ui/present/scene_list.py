"""The scenes in their order: small pictures with headlines that a hand moves, renames, removes."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from siteselect.language import say, say_day, say_name
from siteselect.model.scene import LONGEST_HEADLINE, Scene
from siteselect.ui.present.lettering import broken, cut, letter, type_face
from siteselect.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PICTURE = QSize(112, 63)
ROW = 84
SCENE = Qt.ItemDataRole.UserRole
IMAGE = Qt.ItemDataRole.UserRole + 1


class SceneDelegate(QStyledItemDelegate):
    """Paints number, picture, headline, day and scenario; edits the headline.

    `renamed` is emitted with the row and the words that a hand typed.
    """

    renamed = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        del option, index
        return QSize(220, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one scene."""
        scene, box = index.data(SCENE), QRectF(option.rect).adjusted(4, 2, -4, -2)
        if not isinstance(scene, Scene):
            return
        theme = self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.chip))
            painter.setPen(QPen(QColor(theme.accent), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 8, 8)
        small = type_face(11)
        letter(painter, box.left() + 8, box.center().y() + 4, str(index.row() + 1), small,
               theme.text if chosen else theme.muted)  # fmt: skip
        picture = QRectF(box.left() + 26, box.center().y() - 31.5, 112, 63)
        self._paint_picture(painter, picture, index.data(IMAGE), chosen=chosen)
        left, room = picture.right() + 10, box.right() - picture.right() - 18
        bold = type_face(12, bold=True)
        base = picture.top() + 11
        for line in broken(say_name(scene.headline), bold, room, 3):
            letter(painter, left, base, line, bold, theme.text)
            base += 15
        told = cut(f"{say_day(scene.as_of)} · {say_name(scene.scenario)}", small, room)
        letter(painter, left, picture.bottom() - 2, told, small, theme.muted)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, box: QRectF, image: object, *, chosen: bool
    ) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, 5, 5)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(box, QColor(self.theme.land))
        if isinstance(image, QPixmap):
            painter.drawPixmap(box, image, QRectF(image.rect()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.accent if chosen else self.theme.line), 1.2))
        painter.drawPath(path)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line for the headline."""
        del option, index
        line = QLineEdit(parent)
        line.setMaxLength(LONGEST_HEADLINE)
        line.setAccessibleName(say("Headline"))
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the line across the row."""
        del index
        box = QRect(option.rect)
        editor.setGeometry(box.left() + 6, box.center().y() - 16, box.width() - 12, 32)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the headline as it is."""
        scene = index.data(SCENE)
        if isinstance(editor, QLineEdit) and isinstance(scene, Scene):
            editor.setText(say_name(scene.headline))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Wish for the words that were typed; the study decides."""
        del model
        scene = index.data(SCENE)
        as_it_was = isinstance(scene, Scene) and say_name(scene.headline)
        if isinstance(editor, QLineEdit) and editor.text() != as_it_was:
            self.renamed.emit(index.row(), editor.text())


class SceneList(QListWidget):
    """Shows scenes, and says what a hand wants of them; it changes nothing itself.

    `gone` is emitted with the place of a scene that is wanted on show, `moved` with a place and
    the place it is wanted at, `renamed` with a place and words, `removed` with a place,
    `presented` with the place to begin at.
    """

    gone = Signal(int)
    moved = Signal(int, int)
    renamed = Signal(int, str)
    removed = Signal(int)
    presented = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(say("Scenes"))
        self.delegate = SceneDelegate(theme, self)
        self.delegate.renamed.connect(self.renamed)
        self.setItemDelegate(self.delegate)
        self.setObjectName("scenes")
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.gone.emit(index.row()))
        self.model().rowsMoved.connect(self._dropped)
        self.apply_theme(theme)

    def show_scenes(self, scenes: tuple[Scene, ...], current: int) -> None:
        """Show these scenes; no signal follows."""
        while self.count() > len(scenes):
            self.takeItem(self.count() - 1)
        for place, scene in enumerate(scenes):
            item = self.item(place) if place < self.count() else self._new_item()
            if item.data(SCENE) != scene:
                item.setData(SCENE, scene)
                item.setData(IMAGE, None)
                item.setText(say_name(scene.headline))
                item.setToolTip(say_name(scene.headline))
        if scenes and self.currentRow() != current:
            self.setCurrentRow(current)

    def _new_item(self) -> QListWidgetItem:
        item = QListWidgetItem(self)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def show_picture(self, scene: Scene, image: QImage) -> None:
        """Show the picture of a scene, wherever it stands."""
        ratio = self.devicePixelRatioF()
        small = image.scaled(
            PICTURE * ratio * 2,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        for place in range(self.count()):
            item = self.item(place)
            if item.data(SCENE) == scene:
                item.setData(IMAGE, QPixmap.fromImage(small))

    def unpictured(self) -> list[Scene]:
        """Return the scenes without a picture."""
        items = [self.item(place) for place in range(self.count())]
        return [item.data(SCENE) for item in items if item.data(IMAGE) is None]

    def forget_pictures(self) -> None:
        """Let every picture be taken anew."""
        for place in range(self.count()):
            self.item(place).setData(IMAGE, None)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.delegate.theme = theme
        self.setStyleSheet("QListWidget#scenes { background: transparent; border: none; }")
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter, move with Alt and arrows, remove with Delete."""
        row, key = self.currentRow(), Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if row < 0:
            super().keyPressEvent(event)
        elif alt and step:
            if 0 <= row + step < self.count():
                self.moved.emit(row, row + step)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(row)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.gone.emit(row)
        elif step:
            super().keyPressEvent(event)
            if self.currentRow() != row:
                self.gone.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _dropped(self, parent: Index, start: int, end: int, where: Index, row: int) -> None:
        """Say where a hand dropped a scene."""
        del parent, end, where
        self.moved.emit(start, row - 1 if row > start else row)
