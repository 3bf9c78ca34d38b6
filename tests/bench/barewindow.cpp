// The peer of starting the desktop: a bare Qt window with an empty tree.

#include <QApplication>
#include <QMainWindow>
#include <QTreeView>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QTreeView);
    window.resize(1200, 800);
    window.show();
    return QApplication::exec();
}
