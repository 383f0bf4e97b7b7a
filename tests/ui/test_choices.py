"""What the viewer has chosen, where address, widgets and map say different things."""

from streamlit.testing.v1 import AppTest

from areamap.ui import choices

OPTIONS = {"scope": ("TH", "19", "20"), "theme": ("council", "fund")}


def page() -> None:
    """Offer two choices and a map on which two areas can be selected one after the other."""
    import streamlit as st  # noqa: PLC0415 - the function is the script of an app

    from areamap.ui import choices  # noqa: PLC0415
    from tests.ui.test_choices import OPTIONS  # noqa: PLC0415

    for name, options in OPTIONS.items():
        choices.current(name, options, options[0])
        st.selectbox(name, options, key=choices.widget_key(name))
    st.button("one", on_click=choices.select, args=(["190406"],))
    st.button("two", on_click=choices.select, args=(["190406", "190101"],))
    st.text(".".join(choices.selected()))


def opened(**address: str) -> AppTest:
    app = AppTest.from_function(page)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def address(app: AppTest) -> dict[str, str]:
    return {name: app.query_params[name] for name in app.query_params}


def chosen(app: AppTest) -> dict[str, str]:
    return {name: app.selectbox(choices.widget_key(name)).value for name in OPTIONS}


def test_a_link_says_what_is_chosen() -> None:
    app = opened(scope="19", theme="fund", areas="190406")
    assert chosen(app) == {"scope": "19", "theme": "fund"}
    assert app.text[0].value == "190406"


def test_the_back_button_wins_over_what_was_chosen_by_hand() -> None:
    app = opened()
    app.selectbox(choices.widget_key("scope")).set_value("19").run()
    app.button[0].click().run()
    assert address(app) == {"scope": "19", "theme": "council", "areas": "190406"}
    app.query_params["scope"] = "TH"
    del app.query_params["areas"]
    app.run()
    assert chosen(app) == {"scope": "TH", "theme": "council"}
    assert app.text[0].value == ""


def test_two_choices_in_quick_succession_both_stand() -> None:
    app = opened()
    app.selectbox(choices.widget_key("scope")).set_value("19").run()
    app.query_params["scope"] = "TH"  # the browser has not heard of the first yet
    app.selectbox(choices.widget_key("theme")).set_value("fund").run()
    assert chosen(app) == {"scope": "19", "theme": "fund"}
    assert address(app) == {"scope": "19", "theme": "fund"}


def test_two_areas_selected_in_quick_succession_both_stand() -> None:
    app = opened()
    app.button[0].click().run()
    del app.query_params["areas"]  # the browser has not heard of the first yet
    app.button[1].click().run()
    assert app.text[0].value == "190406.190101"
    assert address(app)["areas"] == "190406.190101"


def test_the_address_wins_again_after_a_run_that_nothing_was_done_before() -> None:
    app = opened()
    app.button[1].click().run()
    app.query_params["areas"] = "200101"
    app.query_params["scope"] = "20"
    app.run()
    assert app.text[0].value == "200101"
    assert chosen(app)["scope"] == "20"
